from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.data import data_root
from app.ui import theme, tokens
from app.ui.kit.button import Button
from app.ui.kit.question_card import QuestionCard
from app.ui.kit.text import Text
from tests.ui.kit import samples

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.kit.conftest import Show

FAMILIES = ("required", "depends", "lists", "open", "done")
WORDS_ON_GROUNDS = [
    *[
        (ink, ground)
        for ink in ("text", "text.2", "text.3")
        for ground in ("page", "chrome", "card", "sunken", "field", "chrome.hover", "chrome.chosen")
    ],
    *[(f"{family}.text", f"{family}.soft") for family in (*FAMILIES, "accent")],
    *[(f"{family}.text", ground) for family in FAMILIES for ground in ("page", "card", "chrome")],
    ("accent.on", "accent"),
    ("accent.on", "accent.hover"),
]
MARKS_ON_GROUNDS = [
    *[("line.control", ground) for ground in ("page", "card", "field", "chrome")],
    *[(f"{family}.mark", ground) for family in FAMILIES for ground in ("page", "card", "chrome")],
    *[(f"{family}.mark", f"{family}.soft") for family in FAMILIES],
    ("accent", "page"),
]


def luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str, *, dark: bool) -> float:
    pair = [luminance(QColor(tokens.COLOURS[name][dark])) for name in (first, second)]
    return (max(pair) + 0.05) / (min(pair) + 0.05)


@pytest.mark.parametrize("dark", [False, True])
def test_words_and_marks_can_be_told_from_their_ground(dark: bool) -> None:
    faint = [
        pair
        for pairs, least in ((WORDS_ON_GROUNDS, 4.5), (MARKS_ON_GROUNDS, 3.0))
        for pair in pairs
        if contrast(*pair, dark=dark) < least
    ]
    assert faint == []


def test_no_outcome_is_green() -> None:
    for outcome in tokens.OUTCOMES.values():
        for part in ("text", "soft", "mark"):
            name = f"{outcome.family}.{part}" if outcome.family != "accent" else "accent"
            for value in tokens.COLOURS[name]:
                colour = QColor(value)
                greenest = colour.green() > max(colour.red(), colour.blue()) + 8
                assert not greenest, (outcome, part)


def test_no_outcome_reads_as_clearance() -> None:
    for outcome in tokens.OUTCOMES.values():
        assert not re.search(r"\b(clear|free|needed|allowed|ok)\b", outcome.words.lower())


def test_every_icon_that_the_kit_names_is_shipped() -> None:
    folder = data_root() / "resources" / "icons"
    kit = Path(sys.modules[Text.__module__].__file__ or "").parents[1]
    source = "\n".join(file.read_text() for file in kit.rglob("*.py"))
    named = set(re.findall(r'icon(?:="|\(\w+, ")([a-z0-9-]+)"', source))
    named |= {outcome.icon for outcome in tokens.OUTCOMES.values()}
    assert named
    assert [name for name in named if not (folder / f"{name}.svg").is_file()] == []


def test_the_bundled_fonts_are_there() -> None:
    assert {tokens.FONT, tokens.FONT_TITLE, tokens.FONT_LAW} <= set(theme.load_fonts())


def test_there_is_no_style_sheet(qapp: QApplication) -> None:
    assert qapp.styleSheet() == ""
    kit = Path(sys.modules[Text.__module__].__file__ or "").parent
    assert not any("setStyleSheet" in file.read_text() for file in kit.glob("*.py"))


def test_a_switch_to_dark_changes_the_ink_of_words_that_stand(
    qapp: QApplication, qtbot: QtBot, show: Show
) -> None:
    words = Text("words", ink="text.2")
    show(words)
    role = words.foregroundRole()
    light = words.palette().color(role)
    theme.apply(qapp, theme.Look(dark=True, motion=False))
    dark = QColor(tokens.COLOURS["text.2"][1])
    qtbot.waitUntil(lambda: words.palette().color(role) == dark)
    assert words.palette().color(role) != light


def test_a_zoom_makes_what_stands_larger(qapp: QApplication, qtbot: QtBot, show: Show) -> None:
    button, card = Button("b", "Press"), QuestionCard(samples.TABLE)
    show(button)
    show(card)
    before = button.sizeHint().height(), card.minimumSizeHint().height()
    theme.apply(qapp, theme.Look(zoom=2.0, motion=False))
    assert button.sizeHint().height() == 2 * before[0]
    qtbot.waitUntil(lambda: card.minimumSizeHint().height() > 1.6 * before[1])


def test_words_are_shown_as_they_are_even_where_they_look_like_html() -> None:
    words = Text("<b>bold</b> & more")
    assert words.textFormat() is Qt.TextFormat.PlainText
    assert words.accessibleName() == "<b>bold</b> & more"
    assert Button("b", "R&D").accessibleName() == "R&D"


def test_a_system_that_says_nothing_means_light(qapp: QApplication) -> None:
    del qapp
    assert not theme.wants_dark(theme.Scheme.SYSTEM)
    assert theme.wants_dark(theme.Scheme.DARK)
    assert not theme.wants_dark(theme.Scheme.LIGHT)


def test_setting_words_loses_no_reference_to_none(qapp: QApplication) -> None:
    del qapp
    words = Text("")
    words.setText("before")
    before = sys.getrefcount(None)
    for number in range(500):
        words.setText(str(number))
    assert sys.getrefcount(None) > before - 100
