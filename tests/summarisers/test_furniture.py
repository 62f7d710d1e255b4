"""What stands around an article is told from the article."""

from __future__ import annotations

import pytest

from akira_cli.summarisers.extractive.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "We use cookies to give you the best experience.",
        "This site uses cookies and similar things.",
        "Subscribe to our weekly newsletter for more.",
        "Sign up for updates about kettles.",
        "Read more about kettles on the next page.",
        "Share this story with those who drink tea.",
        "Photo by Ada Lovelace on a kettle.",
        "Image credit: the museum of tea.",
        "By Ada Lovelace and friends, London.",
        "Published on the last day of August.",
        "Kettles and tea, a 4 min read.",
        "All rights reserved by the kettle.",
        "This article was originally published in another place.",
        "August 31, 2021",
        "Tuesday, August 31, 2021.",
        "Follow us on the bird site.",
        "Disclaimer: no tea was spilled.",
    ],
)
def test_notices_buttons_by_lines_and_credits_are_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "My kettle has heard me get up four hundred times.",
        "The model is trained by Ada on ten thousand kettles.",
        "By 2030 every kettle will have a microphone.",
        "Readers of the sensor are small.",
        "The picture of a kettle is cut into patches.",
        "We read the minutes of the meeting.",
    ],
)
def test_sentences_of_an_article_are_not(line: str) -> None:
    assert not is_furniture(line)
