"""Fields that hold the id of a question are told, with their place, where it is a wrong one."""

from __future__ import annotations

import pytest

from app.questionnaire.loader import load
from app.questionnaire.source import QuestionnaireError

GROUPS = """\
groups:
  item:
    {plural: items, key: i, title: Items, one: item, name: NAME, complete: All?, inside: INSIDE}
  party:
    plural: parties
    key: p
    title: Parties
    one: party
    name: party_name
    complete: All?
    belongs_to: {item: BELONGS}
"""
QUESTIONS = """\
sections:
  all: {title: All, order: 1}
questions:
  planned: {section: all, kind: date, ask: When?, printed: yes}
  owner: {section: all, kind: text, ask: Who?, printed: yes}
  item_name: {section: all, of: item, kind: text, ask: What?, printed: yes}
  item_inside: {section: all, of: item, kind: member, group: item, ask: In which?, printed: yes}
  weight: {section: all, of: item, kind: number, ask: How heavy?, printed: yes}
  state:
    section: all
    of: item
    kind: one_of
    ask: State?
    options: {in_place: In place, planned_later: Planned, gap: Gap}
    printed: yes
  party_name: {section: all, of: party, kind: text, ask: Who?, printed: yes}
  party_items: {section: all, of: party, kind: members, group: item, ask: Which?, printed: yes}
"""


def complaints(more: str = "", about: str = "", **bound: str) -> list[str]:
    names = {"NAME": "item_name", "INSIDE": "item_inside", "BELONGS": "party_items"} | bound
    groups = GROUPS
    for word, name in names.items():
        groups = groups.replace(word, name)
    texts = {
        "made/about.yaml": f"about: {{title: Made{about}}}\n",
        "made/groups.yaml": groups,
        "made/more.yaml": more,
        "made/questions.yaml": QUESTIONS,
    }
    try:
        load(texts)
    except QuestionnaireError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_what_is_bound_rightly_is_read() -> None:
    more = (
        "actions:\n  a1: {when: yes, do: Act, owner: owner, due: planned}\n"
        "  a2: {of: item, when: yes, do: Act, owner: Exporter, due: before the day}\n"
        "contradictions:\n  c1: {of: item, when: no, says: No, look_at: [weight, planned]}\n"
    )
    assert complaints(more, ", planned: planned, until: planned") == []


@pytest.mark.parametrize(
    ("about", "message"),
    [
        (", planned: owner", "'planned': 'owner' is a text question, not date"),
        (", until: weight", "'until': 'weight' is of each item, which is not at hand"),
        (", until: planed", "'until': question 'planed' is not known; did you mean 'planned'?"),
    ],
)
def test_days_of_the_transaction_are_dates_of_the_assessment(about: str, message: str) -> None:
    assert f"made/about.yaml:1:8: {message}" in complaints(about=about)


@pytest.mark.parametrize(
    ("bound", "message"),
    [
        ({"NAME": "weight"}, "2:3: 'name': 'weight' is a number question, not text"),
        ({"NAME": "owner"}, "2:3: 'name': 'owner' must be of each item"),
        ({"INSIDE": "party_items"}, "2:3: 'inside': 'party_items' is a members question"),
        ({"INSIDE": "item_name"}, "2:3: 'inside': 'item_name' is a text question, not member"),
        ({"BELONGS": "item_inside"}, "4:3: 'belongs_to': 'item_inside' is a member question"),
        ({"BELONGS": "item_inside"}, "4:3: 'belongs_to': 'item_inside' must be of each party"),
    ],
)
def test_a_group_is_bound_to_questions_of_its_own(bound: dict[str, str], message: str) -> None:
    found = complaints(**bound)
    assert any(each.startswith(f"made/groups.yaml:{message}") for each in found), found


def test_a_group_chooses_among_the_members_that_it_belongs_to() -> None:
    wrong = GROUPS.replace("{item: BELONGS}", "{party: BELONGS}")
    texts = {
        "made/about.yaml": "about: {title: Made}\n",
        "made/groups.yaml": wrong.replace("NAME", "item_name")
        .replace("INSIDE", "item_inside")
        .replace("BELONGS", "party_items"),
        "made/questions.yaml": QUESTIONS,
    }
    with pytest.raises(QuestionnaireError) as caught:
        load(texts)
    said = "made/groups.yaml:4:3: 'belongs_to': 'party_items' chooses among 'item', not 'party'"
    assert said in [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            "actions:\n  a1: {when: yes, do: Act, owner: item_name}\n",
            "2:3: 'owner': 'item_name' is of each item, which is not at hand",
        ),
        (
            "actions:\n  a1: {when: yes, do: Act, due: owner}\n",
            "2:3: 'due': 'owner' is a text question, not date",
        ),
        (
            "actions:\n  a1: {when: yes, do: Act, owner: exporter_contct}\n",
            "2:3: 'owner': question 'exporter_contct' is not known",
        ),
        (
            "actions:\n  a1: {when: yes, do: Act, owner: planned}\n",
            "2:3: 'owner': 'planned' is a date question, not text",
        ),
        (
            "contradictions:\n  c1: {when: no, says: No, look_at: [wieght]}\n",
            "2:3: 'look_at': question 'wieght' is not known; did you mean 'weight'?",
        ),
        (
            "controls:\n  k1: {part: roles, requirement: R, what: W, status: state}\n",
            "2:3: 'status': 'state' is of each item, which is not at hand",
        ),
        (
            "controls:\n  k1: {part: roles, requirement: R, what: W, owner: planned}\n",
            "2:3: 'owner': 'planned' is a date question, not text",
        ),
        (
            "determinations:\n  d1: {section: all, kind: duty, title: T, outcomes: []}\n",
            "2:3: d1 has no outcomes",
        ),
    ],
)
def test_owners_days_states_and_places_to_look_are_told(more: str, message: str) -> None:
    found = complaints(more)
    assert any(each.startswith(f"made/more.yaml:{message}") for each in found), found
