"""The expression language: what is read, and what is refused with the column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.questionnaire import expression as x
from app.questionnaire.parser import ExpressionError, parse


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("yes", x.Literal(value=True)),
        ("no", x.Literal(value=False)),
        ("2", x.Literal(2.0)),
        ("'3A'", x.Literal("3A")),
        ("date(2027, 4, 6)", x.Literal("2027-04-06")),
        ("tpp", x.Name("tpp")),
        ("speed.fp8", x.Cell("speed", "fp8")),
        ("not a", x.Not(x.Name("a"))),
        ("a and b", x.Both((x.Name("a"), x.Name("b")))),
        ("a or b or c", x.Either((x.Name("a"), x.Name("b"), x.Name("c")))),
        ("a >= b", x.Compare(">=", x.Name("a"), x.Name("b"))),
        (
            "a <= b < c",
            x.Both(
                (
                    x.Compare("<=", x.Name("a"), x.Name("b")),
                    x.Compare("<", x.Name("b"), x.Name("c")),
                )
            ),
        ),
        ("a not in B", x.Not(x.Compare("in", x.Name("a"), x.Name("B")))),
        ("a in [b, 'X-Y']", x.Compare("in", x.Name("a"), x.Words(("b", "X-Y")))),
        ("a / b", x.Arithmetic("/", x.Name("a"), x.Name("b"))),
        ("a if c else b", x.Choice(x.Name("c"), x.Name("a"), x.Name("b"))),
        ("any(parties, a)", x.Over("any", "parties", x.Name("a"))),
        (
            "highest(t, each * each.bits)",
            x.Over("highest", "t", x.Arithmetic("*", x.Each(), x.Each("bits"))),
        ),
        ("greater(a, b)", x.Pair("greater", x.Name("a"), x.Name("b"))),
        ("possible(a)", x.Modal("possible", x.Name("a"))),
    ],
)
def test_a_form_of_the_language_is_read(text: str, tree: x.Expression) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a +",
        "a b",
        "True",
        "None",
        "lambda: 1",
        "[x for x in y]",
        "a.b.c",
        "a[0]",
        "f(a)",
        "__import__('os').system('true')",
        "any(parties)",
        "any('parties', a)",
        "possible(a, b)",
        "a is b",
        "a ** b",
        "-a",
        "f'{a}'",
        "b'x'",
        "date('2027-04-06')",
        "[a, [b]]",
        "any(parties, x=a)",
        "(" * 300 + "a" + ")" * 300,
    ],
)
def test_what_is_not_of_the_language_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_a_complaint_names_the_column() -> None:
    with pytest.raises(ExpressionError) as caught:
        parse("a and f(b)")
    assert caught.value.column == 6


@given(st.text(max_size=60))
def test_any_text_is_an_expression_or_refused(text: str) -> None:
    try:
        parse(text)
    except ExpressionError:
        return
