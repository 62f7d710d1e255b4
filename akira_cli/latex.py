r"""LaTeX in titles, names and abstracts as Unicode; what is not LaTeX stays as it is.

pylatexenc reads a whole text as LaTeX, and would take `50% of` for a comment and `$5 to $10` for
mathematics. So only fragments that are LaTeX beyond doubt are given to it: `$\ell_1$`, `{\'e}`,
`\textit{X}`. A fragment it cannot read, or with a macro it does not know, stays as written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

_LONGEST = 20_000
"""Characters; no title or abstract is longer, and matching braces takes its time."""

_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"

_FRAGMENT = re.compile(
    rf"""
      \\(?P<escaped>[%&\#_${{}}])
    | (?P<tie>(?<=[A-Za-z])~(?=[$\\]))
    | (?P<math>
          \$\$ [^$]{{1,500}} \$\$
        | \$ (?!\d[^$]*\s\$) (?=[^$]*\\) (?:[^$\\]|\\.){{1,500}} \$
        | \$ (?!\s|[^$]*[A-Za-z]{{2,}}\s+[A-Za-z]{{2,}}) [^$\\]{{1,500}} (?<!\s)\$ (?!\d)
        | \\\( .{{1,500}}? \\\)
        | \\\[ .{{1,500}}? \\\]
      )
    | (?P<accent>
          (?P<braced>\{{)?
          \\(?: ['`^"~=.]\s* (?: \{{\\?[A-Za-z]\}} | \\[ij](?![A-Za-z]) | [A-Za-z] )
              | [cuvHkrdb] (?: \s*\{{\\?[A-Za-z]\}} | \s+[A-Za-z](?![A-Za-z]) ) )
          (?(braced)\}})
      )
    | (?P<letter>
          (?P<enclosed>\{{)?
          \\(?:ae|AE|oe|OE|aa|AA|ss|[oOlLij])(?![A-Za-z])
          (?(enclosed)\}}|(?:\{{\}}|\s+)?)
      )
    | (?P<group>(?=\{{\s*\\[A-Za-z'`^"~=.]){_GROUP})
    | (?P<macro>\\[A-Za-z]+(?:{_GROUP})*)
    """,
    re.VERBOSE | re.DOTALL,
)
_SCRIPT = re.compile(rf"(?<!\\)([_^])\s*({_GROUP}|\\[A-Za-z]+(?:{_GROUP})?|[^\s{{}}\\])")
_FUNCTION_PAIR = re.compile(r"(\\(?:arg|cos|exp|inf|ln|log|max|min|sin|sup|tan))(?=\\[A-Za-z])")
_BLANK_BEFORE_MACRO = re.compile(r"(?:\\([A-Za-z]+))?\s+(?=\\[A-Za-z])")
_UNESCAPED = re.compile(r"(?<!\\)[%&#]")

_SUPERSCRIPTS = str.maketrans("0123456789+-−=()in∘*′", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁱⁿ°*′")
_SUBSCRIPTS = str.maketrans(
    "0123456789+-−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
)

# Styles whose letters stand for themselves: Unicode's bold and typewriter letters are missing
# from many fonts and found by no search.
_PLAIN_STYLES = (
    "bm", "boldsymbol", "mathbf", "mathit", "mathrm", "mathsf", "mathtt",
    "operatorname", "pmb", "textnormal", "texttt", "url",
)  # fmt: skip
_ARGUMENT_FOLLOWS = {
    *_PLAIN_STYLES, "bar", "check", "dot", "frac", "hat", "mathbb", "mathcal", "mathfrak",
    "overline", "sqrt", "text", "tilde", "underline", "vec",
}  # fmt: skip
_SILENT = (
    "bf", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "cal", "displaystyle",
    "em", "it", "left", "limits", "rm", "right", "sc", "sf", "sl", "tt", "xspace",
)  # fmt: skip
_WORDS = {"|": "‖", "LaTeX": "LaTeX", "TeX": "TeX"}
_UNREADABLE = ("cite", "citep", "citet", "eqref", "include", "input", "ref")


def latex_to_unicode(text: str) -> str:
    r"""The text with its LaTeX resolved: `{\'e}` is `é`, `$\ell_1$` is `ℓ₁`, `\%` is `%`.

    Text without backslash and dollar comes back unchanged. Never raises.
    """
    if len(text) > _LONGEST or not ("\\" in text or "$" in text):
        return text
    return _FRAGMENT.sub(_resolved, text)


def _resolved(fragment: re.Match[str]) -> str:
    source = fragment[0]
    match fragment.lastgroup:
        case "escaped":
            return fragment["escaped"]
        case "tie":
            return " "
        case "math":
            latex = _with_script_macros(_with_kept_blanks(source))
        case _:
            latex = source
    try:
        text = unicodedata.normalize("NFC", _translate(_UNESCAPED.sub(r"\\\g<0>", latex)))
    except Exception:  # noqa: BLE001  # pylatexenc fails with whatever its callbacks meet
        return source
    text = " ".join(text.split())
    if fragment.lastgroup == "accent" and len(text) != 1:
        return source  # a backslash before a quotation mark, not an accent
    return text or source


def _with_kept_blanks(latex: str) -> str:
    r"""Write the blanks as `\ ` that LaTeX, setting its own, would drop between macros."""

    def kept(blank: re.Match[str]) -> str:
        return blank[0] if blank[1] in _ARGUMENT_FOLLOWS else blank[0].rstrip() + r"\ "

    return _BLANK_BEFORE_MACRO.sub(kept, _FUNCTION_PAIR.sub(r"\1\\ ", latex))


def _with_script_macros(latex: str) -> str:
    r"""Write `x^2` as `x\textsuperscript{2}`, which a translator can be told about."""

    def macro(script: re.Match[str]) -> str:
        name = "textsuperscript" if script[1] == "^" else "textsubscript"
        inner = script[2][1:-1] if script[2].startswith("{") else script[2]
        return rf"\{name}{{{_with_script_macros(inner)}}}"

    return _SCRIPT.sub(macro, latex)


def _script(text: str, table: dict[int, int], mark: str) -> str:
    """Raised or lowered characters where Unicode has them all; words are left on the line."""
    is_word = len(text) > 2 and any(character.isalpha() for character in text)
    if text and not is_word and all(ord(character) in table for character in text):
        return text.translate(table)
    return f"{mark}{text}" if text.isalnum() or len(text) == 1 else f"{mark}({text})"


def _translate(latex: str) -> str:
    return _translator()(latex)


def _refuse(node: Any) -> str:
    raise ValueError(f"nobody knows what \\{node.macroname} stands for")


def _script_writer(table: dict[int, int], mark: str) -> Callable[[Any, Any], str]:
    def write(node: Any, l2tobj: Any) -> str:
        return _script(l2tobj.nodelist_to_text(node.nodeargd.argnlist).strip(), table, mark)

    return write


_SCRIPTS = {
    "textsuperscript": _script_writer(_SUPERSCRIPTS, "^"),
    "textsubscript": _script_writer(_SUBSCRIPTS, "_"),
}
_MEANINGS: dict[str, str | Callable[..., str]] = {
    **dict.fromkeys(_PLAIN_STYLES, "%s"),
    **dict.fromkeys(_SILENT, ""),
    **dict.fromkeys(_UNREADABLE, _refuse),
    **_WORDS,
    **_SCRIPTS,
    "href": "%(2)s (%(1)s)",
}


@cache
def _translator() -> Callable[[str], str]:
    """pylatexenc, told about scripts, plain styles and what to leave alone."""
    from pylatexenc import latex2text, latexwalker
    from pylatexenc.macrospec import MacroSpec

    grammar = latexwalker.get_default_latex_context_db()
    grammar.add_context_category(
        "akira",
        macros=[
            *(MacroSpec(name, "{") for name in (*_PLAIN_STYLES, *_SCRIPTS)),
            *(MacroSpec(name, "") for name in (*_SILENT, *_WORDS)),
            MacroSpec("href", "{{"),
        ],
        prepend=True,
    )
    meanings = latex2text.get_default_latex_context_db()
    meanings.add_context_category(
        "akira",
        macros=[latex2text.MacroTextSpec(name, meaning) for name, meaning in _MEANINGS.items()],
        prepend=True,
    )
    meanings.set_unknown_macro_spec(latex2text.MacroTextSpec("", _refuse))
    writer = latex2text.LatexNodes2Text(latex_context=meanings)

    def translate(latex: str) -> str:
        reader = latexwalker.LatexWalker(latex, latex_context=grammar, tolerant_parsing=False)
        return str(writer.nodelist_to_text(reader.get_latex_nodes()[0]))

    return translate
