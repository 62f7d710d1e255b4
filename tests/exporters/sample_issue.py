"""One made-up issue with everything in it that an issue may have, and texts meant to break it."""

from __future__ import annotations

from datetime import date

from akira_cli.core.issue import Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import (
    Draft,
    Entry,
    Figure,
    Highlight,
    MachineMarks,
    PaperFacts,
    text_digest,
)
from akira_cli.core.page import Card, Layout, Section, TrailerBlock

SCRIPT = "<script>alert(1)</script>"
WORDS = (
    ("contents", "Contents"),
    ("links", "Links"),
    ("picture", "Picture"),
    ("read_online", "Read this issue on the web"),
    ("skip", "Skip to the first section"),
)

LAYOUT = Layout(
    name="Akira’s Machine Learning News",
    title="{name} — {label}",
    sections=(
        Section("featured", "Featured Paper/News in This Week", "Featured Paper/News in This Week"),
        Section("use-cases", "Machine Learning Use Case", "Machine Learning Use Case"),
        Section("papers", "Papers", "Machine Learning Papers", ("paper",)),
        Section("articles", "Articles on technology", "Technical Articles", ("tech",)),
        Section("other", "Other Topics", "Other Topics"),
    ),
    groups=(
        ("featured", "Featured Paper/News in This Week."),
        ("use-cases", "Machine Learning in the Real World"),
        ("odds", "Odds & Ends"),
    ),
    toc_intro="In what follows, I will introduce papers and articles on these topics too.",
    separator="— — — — — — — — — — — — — — — — — — –",
    tracking=(
        ("utm_campaign", "Akira's Machine Learning News   "),
        ("utm_medium", "email"),
        ("utm_source", "Revue newsletter"),
    ),
    trailer=(
        TrailerBlock(
            kind="other-blogs",
            heading="Other Blogs",
            cards=(
                Card(
                    title="84 papers | a year in review",
                    description="Everything I found worth reading in one long year…",
                    domain="towardsdatascience.com",
                    url="https://towardsdatascience.com/a-year-in-review-45bd45c0d35b",
                ),
                Card(
                    title="Do vision transformers see?",
                    domain="medium.com",
                    url="https://medium.com/vision/do-they-see-(explained)-91b4bd5185c8",
                ),
            ),
        ),
        TrailerBlock(
            kind="about",
            heading="About Me",
            text="Engineer, reader of papers, [on GitHub](https://github.com/AkiraTOSEI/).\n"
            "On Twitter, I post one-sentence comments.",
        ),
    ),
    words=WORDS,
)

HIGHLIGHTS = (
    Highlight(
        "Shuffle the patches and [a vision transformer hardly minds]"
        "(https://arxiv.org/abs/2110.07858). Is the *order* of an image worth so little?"
    ),
    Highlight("A group of the curator’s own: 10⁶ tokens, 日本語も ※ 🌟", group="odds"),
    Highlight(
        "Hospitals share a model, not their data; see [the report]"
        '(https://example.org/report?id=7&lang=en#findings "the report").',
        group="use-cases",
    ),
)

ENTRIES = (
    Entry(
        id="2110.07858",
        section="featured",
        url="https://arxiv.org/abs/2110.07858",
        headline="Transformers stay accurate when the patches are shuffled.",
        title="[2110.07858] Understanding and Improving Robustness of Vision Transformers "
        "through Patch-based Negative Augmentation",
        summary="Transformers keep most of their accuracy on images cut up and shuffled, which "
        "people cannot read at all.\nTraining against such images makes them *more* robust.\n",
        paper=PaperFacts(("Yao Qin",), date(2021, 10, 15), ("cs.LG",), 2),
        figure=Figure("figures/2110.07858.png", "Shuffled patches [a|b]", "Figure 1 of the paper"),
    ),
    Entry(
        id="hospital-report",
        section="use-cases",
        url="https://example.org/report?id=7&lang=en#findings",
        headline="Twenty hospitals, one model",
        summary="An article about training together without showing each other a single patient.",
        card=Card(
            title="One model for [twenty] hospitals & more",
            description="Data stays where it is; what was learned travels…",
            domain="example.org",
            url="https://example.org/report?id=7&lang=en#findings",
        ),
    ),
    Entry(
        id="2110.02178",
        section="papers",
        url="https://arxiv.org/abs/2110.02178",
        headline="A fast network for phones: Transformer *and* CNN",
        title="[2110.02178] MobileViT: Light-weight, General-purpose, and Mobile-friendly "
        "Vision Transformer",
        summary="They propose MobileViT, in which convolutions look close and attention looks far."
        "\n\nIt beats MobileNetv3 by 3.2 points at `6M` parameters.",
        machine=MachineMarks(
            headline=text_digest("A fast network for phones: Transformer *and* CNN"),
            summary=text_digest("an older wording"),
        ),
        paper=PaperFacts(("Sachin Mehta", "Mohammad Rastegari"), date(2021, 10, 5), ("cs.CV",), 2),
        figure=Figure("figures/2110.02178.png", "The block, drawn"),
    ),
    Entry(
        id="cs/0112017",
        section="papers",
        url="https://arxiv.org/abs/cs/0112017",
        headline=f"{SCRIPT} ]]> {{{{ 7*7 }}}} {{% raw %}} &lt;b&gt;",
        title=f"1. {{{{ 7*7 }}}} {{% raw %}} ]]> {SCRIPT} [x](javascript:alert(2)) a_b __c__ # #",
        summary=f"Nasty: {SCRIPT} <img src=x onerror=alert(3)> [press](javascript:alert(4)) and "
        "[good](https://example.org/good_(one)). `<mask>` is code. ]]> {{ 7*7 }} {% raw %}",
        paper=PaperFacts(),
        show_domain=False,
    ),
    Entry(
        id="a-tweet",
        section="other",
        url="https://twitter.com/someone/status/1",
        headline="“Bitter lesson”, once more 🌟",
        summary="A thread. 機械学習の話 ※ with 10⁶ replies.",
    ),
)

DRAFT = Draft(
    name="issue-034",
    label="Issue #34",
    number=34,
    date=date(2021, 11, 13),
    preamble=("Week 45 (November 7~), 2021", "Dates of publication may be older ※"),
    highlights=HIGHLIGHTS,
    entries=ENTRIES,
)


def sample_issue() -> Issue:
    """The issue laid out."""
    return lay_out(DRAFT, LAYOUT)


def empty_issue() -> Issue:
    """An issue with nothing in it, of a newsletter that says nothing of itself."""
    bare = Layout(
        name="News",
        title="{name} {label}",
        sections=(),
        groups=(),
        toc_intro="",
        separator="---",
        words=WORDS,
    )
    return lay_out(Draft(name="week-1", label="Week 1"), bare)
