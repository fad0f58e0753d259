"""Answers go where the questionnaire says their ids went, or are asked again, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.assessment.migration import How, carried, carried_back
from app.questionnaire.source import QuestionnaireError
from tests.assessment.another import another
from tests.assessment.made import made
from tests.assessment.test_flips import FAST

if TYPE_CHECKING:
    from app.assessment.answers import Answer
    from app.questionnaire.definition import Questionnaire

OLD = made()
MARKET = (
    "  market: {section: items, of: item, kind: one_of, ask: For what is it sold?,"
    " options: {center: Data centers, desk: Desktops}}"
)
RENAMED = (
    ("  area:\n", "  die_area:\n"),
    ("power / area", "power / die_area"),
    (
        "  datacenter: {section: items, of: item, kind: yes_no, ask: Is it sold for data centers?}",
        MARKET,
    ),
    ("not datacenter", "market == desk"),
)


def later(moved: str, *more: tuple[str, str]) -> Questionnaire:
    return another(*RENAMED, *more, more=f"moved:\n{moved}")


NEW = later(
    "  area: die_area\n"
    "  datacenter: {to: market, values: {yes: center, no: desk}, because: asked by market now}\n"
)


def test_an_answer_is_carried_to_its_new_id_with_what_stands_beside_it() -> None:
    answers: dict[str, Answer] = {**FAST, "items.i1.area.source": "sheet, page 2"}
    found = carried(NEW, answers)
    assert found.answers["items.i1.die_area"] == 814.0
    assert found.answers["items.i1.die_area.source"] == "sheet, page 2"
    assert not [at for at in found.answers if ".area" in at]
    move = next(move for move in found.moves if move.address == "items.i1.area")
    assert (move.how, move.because) == (How.CARRIED, "area is die_area now")
    assert found.same == len(answers) - 3


def test_an_answer_is_converted_as_the_questionnaire_says() -> None:
    found = carried(NEW, FAST)
    assert found.answers["items.i1.market"] == "center"
    move = next(move for move in found.moves if move.address == "items.i1.datacenter")
    assert (move.how, move.because) == (How.CONVERTED, "asked by market now")
    assert carried(NEW, {"items.i1.datacenter": False}).answers == {"items.i1.market": "desk"}


def test_not_known_stays_not_known_on_its_way() -> None:
    assert carried(NEW, {"items.i1.datacenter": None}).answers == {"items.i1.market": None}


def test_a_number_changes_its_unit() -> None:
    law = later("  size: {to: die_area, times: 100}\n  datacenter: market\n")
    assert carried(law, {"items.i1.size": 8.14}).answers == {"items.i1.die_area": 814.0}
    (move,) = carried(law, {"items.i1.size": True}).moves
    assert (move.how, move.because) == (How.ASKED_AGAIN, "it is no number")


def test_what_cannot_be_carried_is_asked_again_and_says_why() -> None:
    law = later("  area: {because: the package is asked for now}\n  datacenter: market\n")
    found = carried(law, FAST)
    assert {move.address: move.because for move in found.moves if move.how is How.ASKED_AGAIN} == {
        "items.i1.area": "the package is asked for now",
        "items.i1.datacenter": "it is no answer to market",
    }
    assert "items.i1.market" not in found.answers


def test_a_question_of_other_groups_is_asked_again() -> None:
    law = another(more="moved: {item_code: destination_name}")
    (move,) = carried(law, {"items.i1.item_code": "N1"}).moves
    assert (move.how, move.to) == (How.ASKED_AGAIN, "")
    assert move.because == "destination_name is asked of each destination"


def test_an_answer_that_no_question_takes_up_is_kept() -> None:
    found = carried(OLD, {"items.i1.colour": "red"})
    assert found.answers == {"items.i1.colour": "red"}
    assert [move.how for move in found.moves] == [How.KEPT]


def test_what_was_answered_under_the_new_id_is_not_pushed_aside() -> None:
    found = carried(NEW, {"items.i1.area": 1.0, "items.i1.die_area": 2.0})
    assert found.answers == {"items.i1.area": 1.0, "items.i1.die_area": 2.0}
    assert found.moves[0].how is How.KEPT


def test_a_personal_answer_moves_unread() -> None:
    law = another(
        ("  party_name:", "  full_name:"), ("name: party_name", "name: full_name"),
        more="moved: {party_name: full_name}",
    )  # fmt: skip
    found = carried(law, {}, {"parties.p1.party_name"})
    assert found.places == {"parties.p1.party_name": "parties.p1.full_name"}
    assert found.answers == {}


@pytest.mark.parametrize(
    ("replaced", "how", "because"),
    [
        (
            ("mm2", "cm2"),
            How.ASKED_AGAIN,
            "asks in cm2 now",
        ),
        (("How large is the die?", "How big is it?"), How.CARRIED, "worded otherwise"),
    ],
)
def test_a_question_that_changed_under_its_id_is_noticed(
    replaced: tuple[str, str], how: How, because: str
) -> None:
    law = another(replaced)
    (move,) = carried(law, FAST, before=OLD).moves
    assert move.address == "items.i1.area"
    assert move.how is how
    assert because in move.because


def test_an_option_that_is_gone_is_asked_again_and_a_renamed_one_is_converted() -> None:
    renamed = ("{chip: A chip,", "{circuit: A circuit,")
    used = ("kind in [chip", "kind in [circuit")
    gone = another(renamed, used)
    (move,) = carried(gone, FAST, before=OLD).moves
    assert (move.how, move.because) == (How.ASKED_AGAIN, "the question is answered in another way now")  # fmt: skip
    law = another(renamed, used, more="moved: {kind: {to: kind, values: {chip: circuit}}}")
    found = carried(law, FAST)
    assert found.answers["items.i1.kind"] == "circuit"
    assert [move.how for move in found.moves] == [How.CONVERTED]


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "items.i1.area": st.floats(1, 1e6),
            "items.i1.datacenter": st.sampled_from([True, False, None]),
            "items.i1.kind": st.sampled_from(["chip", "paper"]),
            "items.i2.area.source": st.text(max_size=3),
        },
    )
)
def test_carrying_twice_changes_nothing_and_the_way_back_leads_home(
    answers: dict[str, Answer],
) -> None:
    there = carried(NEW, answers).answers
    again = carried(NEW, there)
    assert (again.answers, again.moves) == (there, ())
    assert carried_back(NEW, OLD, there) == answers


@pytest.mark.parametrize(
    ("moved", "complaint"),
    [
        ("{gone: nowhere}", "question 'nowhere' is not known"),
        ("{gone: {values: {a: b}}}", "needs 'to', or 'because'"),
        ("{area: datacenter}", "'area' is still a question"),
        ("{gone: {to: kind, values: {a: ship}}}", "'ship' is no answer to 'kind'; did you mean"),
        ("{gone: {to: kind, times: 2}}", "'times' needs a question of numbers"),
        ("{kind: {to: kind, values: {chip: box}}}", "'chip' is still an answer to 'kind'"),
    ],
)
def test_a_move_that_cannot_be_is_complained_about(moved: str, complaint: str) -> None:
    with pytest.raises(QuestionnaireError, match=complaint) as caught:
        another(more=f"moved: {moved}")
    assert str(caught.value).startswith("made/more.yaml:1:")


def test_records_kept_for_an_unknown_time_are_complained_about() -> None:
    with pytest.raises(QuestionnaireError, match="parameter 'limit_z' is not known"):
        another(("about: {title: Made,", "about: {title: Made, kept_for: limit_z,"))
