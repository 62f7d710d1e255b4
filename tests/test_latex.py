r"""LaTeX becomes Unicode; what only looks like it stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.latex import latex_to_unicode


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"{\'e}", "é"),
        (r"\'{e}", "é"),
        (r"\"u", "ü"),
        (r"\v{s}", "š"),
        (r"\c c", "ç"),
        (r"\'{\i}", "í"),
        (r"Erd{\H{o}}s and Erd\H{o}s", "Erdős and Erdős"),
        (r"S\o ren, S{\o}ren, \L{}ukasz", "Søren, Søren, Łukasz"),
        (r"na{\"\i}ve", "naïve"),
        (r"\textit{X} and \emph{50% a & b}", "X and 50% a & b"),
        (r"{\it X} {\bf Y}Z", "X YZ"),
        (r"\texttt{a\_b}", "a_b"),
        (r"50\% \& \#1 \$5 \{x\}", "50% & #1 $5 {x}"),
        (r"$\ell_1$", "ℓ₁"),
        (r"$10^{-3}$", "10⁻³"),
        (r"360$^\circ$", "360°"),
        (r"$\alpha$-divergence", "α-divergence"),
        (r"$k$-means with $k = 3$", "k-means with k = 3"),
        (r"$O(n \log\log n)$", "O(n log log n)"),
        (r"$\mathbf{x} \in \mathbb{R}^d$", "x ∈ ℝ^d"),
        (r"$\ell_1 \le \ell_2$ as $n \to \infty$", "ℓ₁ ≤ ℓ₂ as n → ∞"),
        (r"$\hat \theta$ and $\min_x f$", "θ̂ and minₓ f"),
        (r"$x_{\text{train}}$", "x_train"),
        (r"$x_{i,j} + x^{a+b}$", "x_(i,j) + x^(a+b)"),
        (r"$1/\sqrt{n}$", "1/√(n)"),
        (r"$\left\{\frac{a}{b}\right\}$", "{a/b}"),
        (r"$$E = mc^2$$ or \(x^2\)", "E = mc² or x²"),
        (r"on~$X$", "on X"),
        (r"\href{https://example.org}{here}", "here (https://example.org)"),
        (r"costs $100 and loses $\epsilon$", "costs $100 and loses ϵ"),
        (r"\LaTeX{} and \TeX", "LaTeX and TeX"),
    ],
)
def test_latex_becomes_unicode(latex: str, text: str) -> None:
    assert latex_to_unicode(latex) == text


@pytest.mark.parametrize(
    "text",
    [
        "50% of the time",
        "a~b",
        "~$100",
        "R&D",
        "C#",
        "x_1 and x^2",
        "$100 vs $200",
        "$5M-$10M",
        "US$ 5 and US$ 10",
        "it costs $35,000 in total",
        "$five dollars and ten$",
        "a<b -- or `quoted' ---",
        "a \\ b",
        "\\",
        "\\\\",
        "$",
        "$$",
        "{unbalanced",
        "unbalanced}",
        "{B}ayesian",
        r"\textit{unbalanced",
        r"$\frac{$",
        r"\"quoted\"",
        r"C:\temp\new",
        r"our \method{} beats \cite{x2021}",
        r"$\method{x}$",
    ],
)
def test_what_is_not_latex_or_not_known_stays(text: str) -> None:
    assert latex_to_unicode(text) == text


@given(st.text(st.characters(exclude_characters="\\${}")))
def test_text_without_markup_is_unchanged(text: str) -> None:
    assert latex_to_unicode(text) == text


@given(
    st.lists(
        st.sampled_from(
            [*"\\${}_^~%&#'`\" a1", r"\frac", r"\'", r"\textbf", r"\alpha", r"\begin{x}", "é"]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_text_is_too_strange(text: str) -> None:
    assert isinstance(latex_to_unicode(text), str)


def test_a_text_too_long_for_a_paper_is_left_alone() -> None:
    text = r"$\alpha$" * 5_000
    assert latex_to_unicode(text) == text
