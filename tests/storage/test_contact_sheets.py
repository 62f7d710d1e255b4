"""Contact sheets: all candidates on one page that loads nothing from anywhere."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from akira_cli.core.figures import Candidate, ranked
from akira_cli.ports.figures import Thumbnail
from akira_cli.storage.contact_sheets import ContactSheetFiles

CANDIDATE = Candidate(3, "figure", "Figure 2", "Overview of it all.", ("https://a.b/c.png",), "web")
[SCORED] = ranked([CANDIDATE])
WAY = "akira figure 2110.02178 --use N"
PICTURE = b"\x89PNG\r\n\x1a\n"


def page(folder: Path, *thumbnails: Thumbnail, title: str = "A title") -> html.HtmlElement:
    path = Path(ContactSheetFiles(folder).write("2110.02178", title, WAY, thumbnails))
    assert path == folder.resolve() / ".akira" / "figures" / "2110.02178.html"
    return html.fromstring(path.read_bytes())


def test_it_shows_number_label_caption_points_and_reasons(tmp_path: Path) -> None:
    text = page(tmp_path, Thumbnail(SCORED, PICTURE)).text_content()
    assert "3. Figure 2" in text
    assert "Overview of it all." in text
    assert f"{SCORED.points:.1f} points" in text
    assert all(reason.what in text for reason in SCORED.reasons)
    assert WAY in text


def test_the_choice_is_marked_in_words(tmp_path: Path) -> None:
    tree = page(tmp_path, Thumbnail(SCORED, PICTURE), Thumbnail(SCORED, PICTURE, chosen=True))
    chosen = tree.find_class("chosen")
    assert len(chosen) == 1
    assert "in the draft" in chosen[0].text_content()
    assert tree.text_content().count("in the draft") == 1


def test_a_picture_is_in_the_page_itself(tmp_path: Path) -> None:
    tree = page(tmp_path, Thumbnail(SCORED, PICTURE), Thumbnail(SCORED, b"\xff\xd8\xff"))
    sources = [image.get("src", "") for image in tree.iter("img")]
    assert sources == ["data:image/png;base64,iVBORw0KGgo=", "data:image/jpeg;base64,/9j/"]


def test_why_there_is_no_picture_stands_in_its_place(tmp_path: Path) -> None:
    tree = page(tmp_path, Thumbnail(SCORED, None, "'x1.png' is broken"))
    assert "'x1.png' is broken" in tree.text_content()
    assert list(tree.iter("img")) == []


def test_what_comes_from_outside_is_text(tmp_path: Path) -> None:
    nasty = "<script>alert(1)</script>"
    [scored] = ranked([CANDIDATE._replace(label=nasty, caption=nasty)])
    tree = page(tmp_path, Thumbnail(scored, None, nasty), title=nasty)
    assert list(tree.iter("script")) == []
    assert tree.text_content().count(nasty) >= 4


def test_a_sheet_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    page(tmp_path, Thumbnail(SCORED, PICTURE))
    assert list(page(tmp_path).iter("li")) == []
    assert len(list((tmp_path / ".akira" / "figures").iterdir())) == 1
