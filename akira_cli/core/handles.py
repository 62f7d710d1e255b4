"""The handle an entry is called by: the paper's own id, or a slug a person can type. Pure."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

from akira_cli.core.items import Reference

_LONGEST = 40
_MOST_WORDS = 5
_ARTICLES = {"a", "an", "the"}


def handle_of(reference: Reference, title: str = "") -> str:
    """The paper's id for arXiv; else a slug of the title, or where that has no Latin letters of
    the address."""
    if reference.source == "arxiv":
        return reference.id
    return _slug(title) or _slug(_last_part(reference.url)) or _slug(reference.url) or "entry"


def _slug(text: str) -> str:
    """Up to five words in lower-case ASCII, joined by hyphens, at most 40 characters."""
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    found = re.findall(r"[a-z0-9]+", re.sub(r"['’`]", "", folded))
    words = [word for word in found if word not in _ARTICLES] or found
    slug = ""
    for word in words[:_MOST_WORDS]:
        longer = f"{slug}-{word}" if slug else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        slug = longer
    letters = sum(character.isalnum() for character in text)
    mostly_lost = letters and len(slug.replace("-", "")) < min(letters, _LONGEST) / 4
    return "" if mostly_lost or not re.search("[a-z]", slug) else slug


def _last_part(url: str) -> str:
    """The last part of the path that has a word in it, else the host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    named = [part for part in unquote(parts.path).split("/") if re.search("[A-Za-z]{3}", part)]
    last = re.sub(r"\.[A-Za-z]{2,5}$", "", named[-1]) if named else ""
    return last or (parts.hostname or "").removeprefix("www.")
