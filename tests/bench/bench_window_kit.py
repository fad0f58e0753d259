"""What the pieces of the window cost: one answer, a page of forty questions, a switch to dark."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.question_card import QuestionCard
from app.ui.kit.scroll import Scroll
from tests.ui.kit import samples

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

    from app.ui.kit.question_view import QuestionView

QUESTIONS = [
    replace(samples.YES_NO if n % 2 else samples.DIE_AREA, id=f"q{n}", key="") for n in range(40)
]


def page(views: list[QuestionView]) -> Scroll:
    cards = [QuestionCard(view) for view in views]
    return Scroll(layout.Pane(layout.column(*cards, layout.STRETCH, margins=(36, 18, 36, 26))))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.load_fonts()
    theme.apply(qapp, theme.Look(motion=False))


def test_bench_one_answer_clicked(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication
) -> None:
    scroll = page(QUESTIONS[:10])
    qtbot.addWidget(scroll)
    scroll.resize(700, 700)
    scroll.show()
    card = next(c for c in scroll.findChildren(QuestionCard) if c.view.kind is samples.YES_NO.kind)
    answers = iter([True, False] * 100_000)

    def answer() -> None:
        card.show_view(replace(card.view, answer=next(answers)))
        qapp.processEvents()

    benchmark(answer)
    assert card.view.answer is not next(answers)


def test_bench_a_page_of_forty_questions(benchmark: BenchmarkFixture, qapp: QApplication) -> None:
    def make() -> int:
        scroll = page(QUESTIONS)
        scroll.resize(700, 700)
        scroll.show()
        qapp.processEvents()
        scroll.close()
        return len(scroll.findChildren(QuestionCard))

    assert benchmark(make) == len(QUESTIONS)


def test_bench_a_switch_to_dark(
    benchmark: BenchmarkFixture, qtbot: QtBot, qapp: QApplication
) -> None:
    scroll = page(QUESTIONS)
    qtbot.addWidget(scroll)
    scroll.resize(700, 700)
    scroll.show()
    looks = iter([theme.Look(dark=True), theme.Look()] * 100_000)

    def switch() -> None:
        theme.apply(qapp, next(looks))
        qapp.processEvents()

    light = qapp.palette()
    switch()
    assert qapp.palette() != light
    benchmark(switch)
