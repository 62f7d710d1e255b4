"""The form of an entry: what is written is read back, and what is wrong with it is named."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile
from akira_cli.core.models import Entry, MachineMarks, PaperFacts, text_digest
from akira_cli.core.page import Card
from akira_cli.ports import EntryForms
from akira_cli.storage.entry_form import MarkdownForm

FORM: EntryForms = MarkdownForm(("featured", "papers", "other"))
ENTRY = Entry(
    id="2110.02178",
    section="papers",
    url="https://arxiv.org/abs/2110.02178",
    headline='A "fast" network',
    title="[2110.02178] MobileViT",
    summary="They propose MobileViT.\n\nIt is small.",
    machine=MachineMarks(headline=text_digest('A "fast" network')),
    pending=True,
    show_domain=False,
    paper=PaperFacts(version=2),
    card=Card("A page"),
)
WRITTEN = """\
+++
# written by the tool: headline
# sections: featured, papers, other
section = "papers"
url = "https://arxiv.org/abs/2110.02178"
headline = "A \\"fast\\" network"
title = "[2110.02178] MobileViT"
+++

They propose MobileViT.

It is small.
"""


def read(text: str, entry: Entry = ENTRY) -> Entry:
    return FORM.read(text, entry)


def with_head(*lines: str) -> str:
    return "\n".join(["+++", *lines, "+++", "", "Text."])


class TestWrite:
    def test_a_form_shows_the_texts_and_whose_they_are(self) -> None:
        assert FORM.write(ENTRY) == WRITTEN

    def test_a_form_of_the_curator_s_own_words_has_no_word_of_the_tool(self) -> None:
        form = FORM.write(replace(ENTRY, machine=MachineMarks()))
        assert form.startswith("+++\n# sections: ")

    def test_both_texts_of_the_tool_are_named(self) -> None:
        marks = replace(ENTRY.machine, summary=text_digest(ENTRY.summary))
        form = FORM.write(replace(ENTRY, machine=marks))
        assert "# written by the tool: headline, summary\n" in form


texts = st.text(st.characters(codec="utf-8"), max_size=20) | st.lists(
    st.sampled_from(
        [
            "+++",
            "\n",
            "\r\n",
            "\r",
            '"',
            "'",
            '"""',
            "\\",
            " ",
            "\u2028",
            "\x85",
            "\ufeff",
            "#",
            "=",
        ]
    ),
    max_size=8,
).map("".join)


class TestReadBack:
    @given(headline=texts, title=texts, summary=texts, url=texts, section=texts)
    @example("+++", "\n+++\n", "\n+++\n+++\n", "+++", "+++")
    @example("a\x85b", "a\u2028b", " a \r\n b ", "", "poetry")
    @example('a"b\\', "'''", '"""', "not an address", "")
    def test_a_form_that_was_not_changed_changes_nothing(
        self, headline: str, title: str, summary: str, url: str, section: str
    ) -> None:
        entry = replace(
            ENTRY, headline=headline, title=title, summary=summary, url=url, section=section
        )
        assert read(FORM.write(entry), entry) == entry

    def test_what_the_form_does_not_show_is_kept(self) -> None:
        typed = with_head('section = "other"', 'url = "https://a.example/"', 'headline = "Mine"')
        assert read(typed) == replace(
            ENTRY, section="other", url="https://a.example/", headline="Mine", summary="Text."
        )

    @pytest.mark.parametrize(
        "saved",
        [
            WRITTEN.replace("\n", "\r\n"),
            "\ufeff" + WRITTEN,
            "\n\n" + WRITTEN,
            WRITTEN.rstrip("\n"),
            WRITTEN + "\n\n  \n",
            WRITTEN.replace("+++\n\nThey", "+++  \nThey"),
            WRITTEN.replace("# written by the tool: headline\n", ""),
        ],
        ids=["CRLF", "mark", "blank above", "no end", "blank below", "no blank", "no comment"],
    )
    def test_the_ways_of_editors_change_nothing(self, saved: str) -> None:
        assert saved != WRITTEN
        assert read(saved) == ENTRY

    def test_a_fence_within_the_summary_is_text(self) -> None:
        assert read(WRITTEN + "\n+++\nMore.\n").summary.endswith("It is small.\n\n+++\nMore.")

    def test_a_summary_can_be_taken_out(self) -> None:
        assert read(WRITTEN.partition("They")[0]).summary == ""

    def test_a_text_may_run_over_several_lines(self) -> None:
        assert read(with_head('headline = """\\', "  A long", 'one"""')).headline == "A long\none"


class TestBrokenForms:
    @pytest.mark.parametrize(
        ("typed", "message"),
        [
            (with_head('headine = "A"'), "line 2: headine is not one of section, url, headline"),
            (with_head('title = "A"', "headline = 3"), "line 3: headline must be a string in"),
            (with_head('section = "poetry"'), "line 2: section must be one of featured, papers"),
            (with_head('url = "example.org"'), "line 2: url must be an address that starts with"),
            (with_head('url = "javascript:alert(1)"'), "line 2: url must be an address"),
            (with_head('url = ""'), "line 2: url must be an address"),
            (
                with_head("", 'headline = "A'),
                "the form:3:14: not valid TOML: illegal character '\\n'",
            ),
            (with_head('headline = "A"', "", "a b"), "the form:4:3: not valid TOML"),
            ("\n" + with_head("a b"), "the form:3:3: not valid TOML"),
            (with_head('title = "A"', 'title = "B"'), "the form:3:12: not valid TOML"),
            (
                with_head("title = " + "9" * 5000),
                "the form:2:9: not valid TOML: an integer of 5000",
            ),
            (with_head("[paper]"), "the form: paper is not one of section"),
            ("", "the form has lost its '+++' lines"),
            ("They propose MobileViT.", "the form has lost its '+++' lines"),
            (WRITTEN.removeprefix("+++\n"), "the form has lost its '+++' lines"),
            (WRITTEN.replace("+++\n\n", "\n"), "the form has lost its '+++' lines"),
            ("They.\n" + WRITTEN, "the form has lost its '+++' lines"),
            (WRITTEN + "caf\udce9", "line 13 is not UTF-8 text"),
        ],
    )
    def test_each_has_an_error_with_its_place(self, typed: str, message: str) -> None:
        with pytest.raises(InvalidFile) as caught:
            read(typed)
        assert message in caught.value.message
        assert caught.value.hint

    def test_a_wrong_value_that_stood_there_before_can_be_edited_away(self) -> None:
        astray = replace(ENTRY, section="poetry", url="example.org")
        form = FORM.write(astray)
        assert read(form, astray) == astray
        mended = form.replace('"poetry"', '"papers"').replace('"example', '"https://example')
        assert read(mended, astray) == replace(ENTRY, url="https://example.org")
