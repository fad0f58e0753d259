"""What rests on answers that contradict each other is not determined, whatever they lead to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from app.assessment.assessment import assess
from app.assessment.determination import determination
from tests.assessment.another import another

if TYPE_CHECKING:
    from app.assessment.determination import Determination

DAY = dt.date(2026, 7, 1)
SLOW: dict[str, Any] = {
    "items": ("i1", "i2"),
    "items.i1.kind": "chip",
    "items.i1.speed": {"fp8": 1.0, "fp16": 1.0},
    "items.i1.datacenter": True,
    "items.i2.kind": "chip",
    "items.i2.speed": {"fp8": 1.0, "fp16": 1.0},
    "items.i2.datacenter": True,
}
ODD = """
parameters:
  small: {{title: small, unit: mm2, values: {{2022-01-01: 2}}, cites: [law/A]}}
contradictions:
  odd:
    of: item
    {unsettles}
    when: datacenter and area <= small
    says: A chip for data centers of two square millimetres.
    look_at: [{look_at}]
"""


def found(key: str, unsettles: str, look_at: str = "speed", **more: Any) -> Determination:  # noqa: ANN401
    law = another(more=ODD.format(unsettles=unsettles, look_at=look_at))
    answers = SLOW | {f"items.i1.{name}": answer for name, answer in more.items()}
    return determination(assess(law, answers, DAY).today, "class", (key,))


def test_a_contradiction_takes_the_ground_of_what_rests_on_it() -> None:
    assert found("i1", "unsettles: yes").value == "neither"
    open_now = found("i1", "unsettles: yes", area=1.5)
    assert open_now.value is None
    assert open_now.values("text") == ("A", "B", "neither")
    assert open_now.says == "Not determined: answers that it rests on cannot all be true"


def test_another_member_keeps_its_conclusion() -> None:
    assert found("i2", "unsettles: yes", area=1.5).value == "neither"


def test_one_that_is_only_told_unsettles_nothing() -> None:
    assert found("i1", "unsettles: no", area=1.5).value == "neither"


@pytest.mark.parametrize("look_at", ["item_name", "item_inside"])
def test_what_does_not_rest_on_it_stays(look_at: str) -> None:
    assert found("i1", "unsettles: yes", look_at, area=1.5).value == "neither"


def test_it_takes_no_control_away() -> None:
    fast = found("i1", "unsettles: yes", area=1.5, speed={"fp8": 1979.0, "fp16": 1.0})
    assert fast.value == "A"
