"""What the law says of its own reach is true: every place relied on is named, no claim is empty."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.questionnaire.extent import MODELLED, NOT_MODELLED, cited_by_rules, extent_of
from app.questionnaire.loader import load
from app.questionnaire.source import QuestionnaireError

if TYPE_CHECKING:
    from app.questionnaire.asking import Extent
    from app.questionnaire.definition import Questionnaire

OURS = ("cfr", "ccl")


def ours(law: Questionnaire) -> list[Extent]:
    """The statements of the U.S. law."""
    return [each for each in law.extents.values() if each.folder == "us_ear"]


def test_every_place_that_a_rule_cites_is_covered(law: Questionnaire) -> None:
    cited = [cite for cite in cited_by_rules(law) if cite.source in OURS]
    bare = {f"{c.source}/{c.place}" for c in cited if not extent_of(ours(law), c)}
    assert not bare


def test_what_is_called_modelled_is_cited_and_what_is_called_missing_is_not(
    law: Questionnaire,
) -> None:
    used = {id(extent_of(ours(law), cite)) for cite in cited_by_rules(law)}
    empty = {each.id for each in ours(law) if each.state == MODELLED and id(each) not in used}
    denied = {each.id for each in ours(law) if each.state == NOT_MODELLED and id(each) in used}
    assert not empty
    assert not denied


def test_every_section_that_the_statement_calls_modelled_is_cited_by_a_rule_or_question(
    law: Questionnaire,
) -> None:
    kinds = (law.rules, law.figures, law.questions, law.determinations, law.parameters, law.sets)
    cited = {
        f"{c.source}/{c.place}" for kind in kinds for each in kind.values() for c in each.cites
    }
    for each in ours(law):
        if each.state == MODELLED:
            for place in each.places:
                assert any(re.match(rf"{re.escape(place)}(?![\w])", at) for at in cited), place


@pytest.mark.parametrize("part", [*range(734, 747), *range(758, 763, 2)])
def test_the_statement_speaks_of_every_part_from_jurisdiction_to_records(
    law: Questionnaire, part: int
) -> None:
    without_matter = {735, 737, 739, 741, 745}
    places = {place for each in ours(law) for place in each.places}
    spoken = any(re.match(rf"cfr/{part}(?!\d)", place) for place in places)
    assert spoken or part in without_matter


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{title: x, places: [nowhere/1], is: modelled}", "source 'nowhere' is not known"),
        ("{title: x, places: [law/1], is: outline}", "needs 'says'"),
        ("{title: x, places: [law/1, law/1], is: modelled}", "is named by one already"),
    ],
)
def test_a_wrong_statement_is_complained_about(text: str, message: str) -> None:
    file = f"about: {{title: T}}\nsources: {{law: {{title: Law}}}}\nextents:\n  one: {text}\n"
    with pytest.raises(QuestionnaireError) as caught:
        load({"folder/law.yaml": file})
    assert any(message in str(problem) for problem in caught.value.problems)


def test_the_shipped_statement_names_its_file(law: Questionnaire) -> None:
    assert {Path(each.at.file).name for each in ours(law)} == {"extents.yaml"}
