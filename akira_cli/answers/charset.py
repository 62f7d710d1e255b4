"""The text that the bytes of a page stand for, whatever the page says of itself."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_WEB_CHARSET = re.compile(
    r"utf-?8|utf-?16(?:-?[lb]e)?|(?:us-)?ascii|latin-?\d|(?:iso-?)?8859[-_]\d{1,2}|koi8-?[ru]"
    r"|(?:windows|x-cp|cp)-?\d{3,4}|shift[-_]jis|x-sjis|sjis|euc-(?:jp|kr)|iso-2022-jp|macintosh"
    r"|gbk|gb2312|gb18030|big5(?:-hkscs)?|ks_c_5601-1987|tis-620",
    re.IGNORECASE,
)
_MEANT = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
}
"""The larger encoding that browsers read under a name: https://encoding.spec.whatwg.org/#names-and-labels"""


def decoded(body: bytes, content_type: str) -> str:
    """The text of a page. Bytes that are UTF-8 are read so whatever the page says of itself.

    The order is that of https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    declared = [_charset_in(content_type)]
    in_page = _charset_in(body[:_DECLARED_WITHIN].decode("latin-1"))
    # a page whose beginning could be read byte by byte is not in UTF-16
    declared.append("utf-8" if in_page.startswith("utf-16") else in_page)
    candidates = declared if body.isascii() else ["utf-8", *declared]
    for encoding in filter(None, candidates):
        text = body.decode(encoding, "replace")
        if not _is_garbled(text):
            return text
    return body.decode("cp1252", "replace")


def is_utf_16(body: bytes, content_type: str) -> bool:
    """Whether a page says that it is in UTF-16, the one charset whose texts hold zero bytes."""
    return body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or (
        _charset_in(content_type).startswith("utf-16")
    )


def _is_garbled(text: str) -> bool:
    """Whether more than a twentieth of what is not ASCII could not be decoded: more than a cut
    or a slip here and there."""
    unread = text.count("\ufffd")
    return unread > 0 and unread * 20 > len(text) - len(text.encode("ascii", "ignore"))


def _charset_in(text: str) -> str:
    """The charset declared in a header or the beginning of a page, as Python calls it."""
    declared = _CHARSET.search(text)
    if declared is None or not _WEB_CHARSET.fullmatch(declared[1]):
        return ""
    label = declared[1].lower().removeprefix("x-")
    try:
        name = codecs.lookup(
            {"ks_c_5601-1987": "cp949", "macintosh": "mac-roman"}.get(label, label)
        ).name
    except LookupError:
        return ""
    return _MEANT.get(name, name)
