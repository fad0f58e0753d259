"""Everything wrong in a folder is reported at once, each with its place and what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.questionnaire.loader import hash_of, load, texts_below
from app.questionnaire.source import QuestionnaireError
from tests.assessment.made import ABOUT, made

if TYPE_CHECKING:
    from pathlib import Path


def complaints_about(*more: str) -> list[str]:
    with pytest.raises(QuestionnaireError) as caught:
        made(*more)
    return [str(problem) for problem in caught.value.problems]


def test_a_sound_questionnaire_is_read_whole() -> None:
    questionnaire = made()
    assert questionnaire.questions["area"].unit == "mm2"
    assert questionnaire.rules["everywhere"].status[1].state == "not_enforced"
    assert questionnaire.editions[0].id == "made-1"


RULE = "rules:\n  extra: {{of: item, kind: classification, title: t, cites: [law/1], when: {}}}\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (RULE.format("powr >= limit_a"), "made/more0.yaml:2:75: 'powr' is not known; did you mean"),
        (RULE.format("power >= dense"), "TFLOPS*bit and TFLOPS*bit/mm2 do not match"),
        (RULE.format("power >= 4800"), "4800 stands in an expression; make it a dated parameter"),
        (RULE.format("kind == cihp"), "'cihp' is not known; did you mean 'chip'?"),
        (RULE.format("kind"), "expected a condition, found a word"),
        (RULE.format("head_office == CN"), "is of each party; use any(...)"),
        (RULE.format("'country in listed'"), "is of each destination"),
        (RULE.format("'any(partys, datacenter)'"), "'partys' is no group and no table"),
        (RULE.format("possible(datacenter)"), "possible(...) is possible only in"),
        (RULE.format("speed.fp4 >= area"), "speed has no row 'fp4'; did you mean"),
        (RULE.format("'highest(speed, each * each.bit) >= limit_a'"), "has a constant 'bit'"),
        (RULE.format("'kind in listd'"), "'listd' is not known"),
        (RULE.format("kind > chip"), "words are compared with == and !="),
        (RULE.format("datacenter >= power"), "expected a number, found a truth"),
        (
            "rules:\n  extra: {kind: classification, title: t, cites: [lwa/1], when: no}\n",
            "source 'lwa' is not known; did you mean 'law'?",
        ),
        (
            "rules:\n  extra: {kind: classification, title: t, cites: [], when: no}\n",
            "the rule extra cites nothing",
        ),
        (
            "rules:\n  extra: {kind: clasification, title: t, cites: [law/1], when: no}\n",
            "'clasification' is not possible here; did you mean 'classification'?",
        ),
        (
            "rules:\n  extra: {kind: flag, title: t, cites: [law/1], when: no, unless: [is_a]}\n",
            "which is no exclusion or exception",
        ),
        (
            "questions:\n  area: {section: items, kind: yes_no, ask: Again?}\n",
            "'area' is given at made/about.yaml:",
        ),
        (
            "questions:\n  chip: {section: items, kind: text, ask: Who?, printed: yes}\n",
            "the option 'chip' has the id of something that has a value",
        ),
        (
            "questions:\n  lonely: {section: items, kind: yes_no, ask: Who asks?}\n",
            "nothing depends on 'lonely'",
        ),
        (
            "questions:\n  extra: {section: itms, kind: yes_no, ask: Where?, printed: yes}\n",
            "section 'itms' is not known; did you mean 'items'?",
        ),
        (
            "questions:\n  extra: {section: items, kind: one_of, ask: Which?, printed: yes}\n",
            "a one_of question needs 'options'",
        ),
        (
            "figures:\n  f: {of: item, title: t, unit: TPP, value: power * area}\n",
            "f comes out in TFLOPS*bit*mm2, but its unit is TPP",
        ),
        (
            "figures:\n  f: {of: item, title: t, value: g}\n  g: {of: item, title: t, value: f}\n",
            "a circle: ",
        ),
        ("figures:\n  f: {of: item, title: t}\n", "f needs 'value' or 'choose', and not both"),
        (
            "actions:\n  extra: {when: yes, do: 'Ask about {powr}'}\n",
            "{powr} names nothing; did you mean 'power'?",
        ),
        ("actions:\n  extra: {when: yes, do: 'Ask about {power}'}\n", "{power} is of each item"),
        (
            "controls:\n  k: {part: people, requirement: r, what: w, status: kind}\n",
            "status 'kind' must be a question of",
        ),
        (
            (
                "determinations:\n  x: {section: items, kind: licence, title: t, outcomes: ["
                "{value: a, says: A, when: no}]}\n"
            ),
            "the last outcome of x has a 'when'",
        ),
        ("wrong: {}\n", "unknown field 'wrong'"),
        ("questions:\n  9x: {section: items, kind: yes_no, ask: Id?}\n", "an id is letters"),
        ("sets:\n  s: {title: t}\n", "s needs 'values', 'combine' or 'plus'"),
        ("sets:\n  s: {title: t, combine: [lsted]}\n", "set 'lsted' is not known; did you mean"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_was_meant(text: str, complaint: str) -> None:
    found = complaints_about(text)
    assert any(complaint in each for each in found), found
    assert all(each.startswith("made/") for each in found)


def test_all_mistakes_of_all_files_are_told_at_once() -> None:
    found = complaints_about(RULE.format("power >= 4800"), "wrong: 1\n")
    assert {each.split(":")[0] for each in found} == {"made/more0.yaml", "made/more1.yaml"}


def test_an_id_of_a_folder_that_is_not_used_cannot_be_named() -> None:
    other = {
        "other/about.yaml": "about: {title: Other}\n"
        "questions: {q: {section: items, kind: yes_no, ask: Other?, printed: yes}}\n",
    }
    texts = {**made().texts, **other}
    texts["made/more.yaml"] = "rules:\n  r: {kind: flag, title: t, cites: [law/1], when: q}\n"
    with pytest.raises(QuestionnaireError, match="'q' is in the folder 'other'"):
        load(texts)


def test_a_folder_that_says_nothing_about_itself_is_complained_about() -> None:
    texts = {**made().texts, "bare/x.yaml": "questions: {q: {section: items, kind: text, ask: Q?}}"}
    with pytest.raises(QuestionnaireError, match="the folder 'bare' has no 'about'"):
        load(texts)


def test_the_hash_is_of_every_path_and_text() -> None:
    texts = {"a.yaml": ABOUT, "b.yaml": ""}
    assert hash_of(texts) == hash_of(dict(reversed(texts.items())))
    assert hash_of(texts) != hash_of({"a.yaml": ABOUT + " ", "b.yaml": ""})
    assert hash_of({"ab": "c"}) != hash_of({"a": "bc"})


def test_only_yaml_files_are_read_from_a_folder(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.yaml").write_text("a: 1")
    (tmp_path / "notes.txt").write_text("not read")
    assert dict(texts_below(tmp_path)) == {"deep/a.yaml": "a: 1"}
