"""A person at the window: finds controls by name, clicks and types, and looks at what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.ui.kit.determination_row import DeterminationRow
from app.ui.kit.rail import RailRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.assessment.answers import Answers
    from app.operations.desk import Desk
    from app.ui.library.screen import LibraryScreen
    from app.ui.views.places import Place
    from app.ui.window import MainWindow
    from app.ui.work.screen import AssessmentScreen
    from app.ui.work.section_page import SectionPage

W = TypeVar("W", bound=QWidget)


class Person:
    """Drives the window only by what can be seen and pressed in it."""

    def __init__(self, qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
        self.qtbot, self.window, self.desk = qtbot, window, desk

    # ---------------------------------------------------------------- looking
    @property
    def library(self) -> LibraryScreen:
        assert self.window.library is not None
        return self.window.library

    @property
    def screen(self) -> AssessmentScreen:
        assert self.window.screen_of_work is not None
        return self.window.screen_of_work

    def here(self) -> Place:
        return self.screen.here

    @property
    def answers(self) -> Answers:
        return self.screen.at_work.assessment.answers

    @property
    def page(self) -> SectionPage:
        page = self.screen.display.middle.current()
        assert page is not None
        return page

    def all(self, kind: type[W], name: str) -> list[W]:
        """Every control of a name that can be seen."""
        return [each for each in self.window.findChildren(kind, name) if each.isVisible()]

    def see(self, name: str, kind: type[W]) -> W:
        """The one control of a name, once it can be seen."""
        self.qtbot.waitUntil(lambda: len(self.all(kind, name)) == 1)
        return self.all(kind, name)[0]

    def sees(self, name: str) -> bool:
        return bool(self.all(QWidget, name))

    def focus(self) -> str:
        """The name of the control that has the focus."""
        focus = QApplication.focusWidget()
        return focus.objectName() if focus is not None else ""

    def rail(self, section: str) -> RailRow:
        return self.see(f"section.{section}", RailRow)

    def conclusion(self, name: str) -> str:
        return self.see(f"determination.{name}", DeterminationRow).view.value

    def saved(self, answer: Callable[[Answers], object]) -> object:
        """What a second reader of the library would find."""
        self.rest()
        id_ = self.screen.at_work.sitting.id
        return answer(self.desk.library.drafts.read(id_).answers)

    def toast(self) -> str:
        at_work = self.window.screen_of_work is not None and self.screen.isVisible()
        return (self.screen if at_work else self.library).toast.words()

    # ---------------------------------------------------------------- doing
    def click(self, name: str) -> None:
        button = self.see(name, QAbstractButton)
        assert button.isEnabled(), name
        button.click()

    def type(self, name: str, text: str) -> None:
        """Write into a field and leave it."""
        field = self.see(name, QWidget)
        field.setFocus()
        assert isinstance(field, (QPlainTextEdit, QLineEdit))
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        field.clearFocus()
        self.rest()

    def key(
        self, key: Qt.Key, *, ctrl: bool = False, shift: bool = False, alt: bool = False
    ) -> None:
        """Press a key where the focus is."""
        pressed = Qt.KeyboardModifier.NoModifier
        for wanted, modifier in (
            (ctrl, Qt.KeyboardModifier.ControlModifier),
            (shift, Qt.KeyboardModifier.ShiftModifier),
            (alt, Qt.KeyboardModifier.AltModifier),
        ):
            pressed |= modifier if wanted else Qt.KeyboardModifier.NoModifier
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, key, pressed)
        self.rest()

    def tab(self, *, back: bool = False) -> str:
        """Press Tab, or Shift and Tab; the name of what then has the focus."""
        self.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, shift=back)
        return self.focus()

    def rest(self) -> None:
        """Wait until the window knows which questions are asked now."""
        if self.window.screen_of_work is not None and self.screen.work is not None:
            self.screen.work.settle_now()
        self.qtbot.wait(1)

    def go(self, section: str) -> None:
        self.click(f"section.{section}")
        page = self.page
        self.qtbot.waitUntil(lambda: len(page.blocks) == len(page.view.questions))

    def new(self) -> None:
        """Begin an assessment."""
        self.click("start.new" if self.sees("start.new") else "new_assessment")

    def open_sample(self) -> None:
        self.click("start.sample")
