"""What no author means: absurd sizes, depths and characters end in a complaint, never in a crash."""

from __future__ import annotations

import pytest

from app.questionnaire.expression import Compare, Either
from app.questionnaire.loader import load
from app.questionnaire.parser import ExpressionError, parse
from app.questionnaire.source import QuestionnaireError
from tests.assessment.made import made


@pytest.mark.parametrize(
    "text",
    [
        "not " * 5000 + "a",
        "(" * 300 + "a" + ")" * 300,
        " + ".join(["a"] * 500),
        " + ".join(["a"] * 50_000),
        "a" * 10_001,
        "a if b else " * 100 + "c",
        "1" + "0" * 400,
        "1e999",
        "9" * 5000,
        "date(2027, 13, 45)",
        "date(0, 1, 1)",
        "date(99999, 1, 1)",
        "date(2026, 2, 30)",
        "1j",
        "b'x'",
        "...",
        "lambda: a",
        "a[0]",
        "a.b.c",
        "a := b",
        "f(*a)",
        "any(items)",
        "any(items, a, b)",
        "a is b",
        "-a",
        "a ** b",
        "[a, [b]]",
        "__import__('os')",
        "a\x00b",
        "\ud800",
        "",
        "   ",
    ],
)
def test_an_absurd_expression_is_refused(text: str) -> None:
    with pytest.raises(ExpressionError):
        parse(text)


def test_a_long_list_of_alternatives_is_no_depth() -> None:
    assert isinstance(parse(" or ".join(f"a{n}" for n in range(500))), Either)


def test_a_backslash_is_no_business_of_pythons_advice() -> None:
    assert isinstance(parse(r"a == '\d'"), Compare)


def complaints(*texts: str) -> str:
    with pytest.raises(QuestionnaireError) as caught:
        made(*texts)
    return str(caught.value)


def test_an_absurd_expression_in_a_file_is_told_with_its_place() -> None:
    deep = "not " * 500 + "datacenter"
    rule = f"rules:\n  extra: {{of: item, kind: flag, title: t, cites: [law/1], when: {deep}}}\n"
    assert "made/more0.yaml:2:" in complaints(rule)
    assert "nested more than" in complaints(rule)


def test_references_cannot_multiply_a_file() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    assert "references" in complaints(bomb)


def test_a_deeply_nested_file_is_refused() -> None:
    assert "nest" in complaints("a: " + "[" * 5000 + "]" * 5000)


def test_a_name_of_a_thousand_letters_is_only_long() -> None:
    name = "n" * 1000
    text = (
        f"questions:\n  {name}: {{section: items, of: item, kind: yes_no, ask: Long?}}\n"
        f"rules:\n  long: {{of: item, kind: flag, title: {name}, cites: [law/1], when: {name}}}\n"
    )
    assert name in made(text).questions


@pytest.mark.parametrize("template", ["{", "}", "{}", "{ power }", "{power!r}", "{nothing}"])
def test_a_template_names_what_is_there_or_is_complained_about(template: str) -> None:
    text = (
        "rules:\n  said: {of: item, kind: flag, title: t, cites: [law/1], when: datacenter,\n"
        f"    because: 'So {template}'}}\n"
    )
    if template in ("{", "}"):
        assert made(text).rules["said"].because == f"So {template}"
    else:
        assert "names nothing" in complaints(text)


def test_a_file_of_another_kind_is_complained_about() -> None:
    for text in ("[]", "text", "1", "- a\n- b", "? [a]\n: b", "\ufeff"):
        with pytest.raises(QuestionnaireError):
            load({"x/about.yaml": text})
