"""One question: title, help, answers, hint, foot. Shows one frozen view, announces the answer.

A card lives as long as its page. A new view changes only what differs in it; a new control is
made only where the shape of the answer itself is another.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.answers import OneOf, SomeOf
from app.ui.kit.button import Button
from app.ui.kit.button import Kind as Look
from app.ui.kit.closing import keeps_escape
from app.ui.kit.country_field import CountryField
from app.ui.kit.date_field import DateField
from app.ui.kit.entry import Entry
from app.ui.kit.field import Field
from app.ui.kit.file_field import FileField
from app.ui.kit.notice import Hint, Notice
from app.ui.kit.question_view import Citation, Kind, QuestionView
from app.ui.kit.table_field import TableField
from app.ui.kit.text import Text
from app.ui.kit.text_field import TextField

Control = OneOf | SomeOf | Entry | TextField | FileField | TableField


_CONTROLS: dict[Kind, Callable[[QuestionView], Control]] = {
    Kind.YES_NO: OneOf,
    Kind.ONE_OF: OneOf,
    Kind.SOME_OF: SomeOf,
    Kind.NUMBER: Field,
    Kind.PERCENT: Field,
    Kind.MONEY: Field,
    Kind.TEXT: TextField,
    Kind.DATE: DateField,
    Kind.COUNTRY: CountryField,
    Kind.TABLE: TableField,
    Kind.FILE: FileField,
}


class QuestionCard(QWidget):
    """A question on a page."""

    answer_given = Signal(object)
    citation_chosen = Signal(str)  # the id of the citation
    hint_opened = Signal()  # so that a page can close the others
    finished = Signal()  # Enter in a field: go to the next question

    def __init__(self, view: QuestionView) -> None:
        super().__init__()
        self.view = view
        self._hint: Hint | None = None
        self._lines: dict[str, Text | Notice] = {}
        self._flashing, self._has_line = False, False
        self._title = Text(view.title, "heading")
        self._help = Text(view.help, "body", "text.2")
        painting.set_shown(self._help, on=bool(view.help))
        self._column = layout.column(self._title, self._help, gap=4)
        self._column.addSpacing(theme.px(4))
        self.control = self._new_control(view)
        self._column.addWidget(self.control)
        self._foot = self._make_foot(view)
        self._column.addLayout(self._foot)
        self.setLayout(self._column)
        painting.name_widget(self, view.name("card"), view.title, view.help)
        self._show_lines(view)
        self.setEnabled(view.enabled)

    def show_view(self, view: QuestionView) -> None:
        """Show another view of the same question; what is the same is left alone."""
        old, self.view = self.view, view
        if view == old:
            return
        self._title.show_text(view.title)
        self._help.show_text(view.help)
        self._help.setVisible(bool(view.help))
        if view.shape() != old.shape():
            self._replace_control(view)
        else:
            self.control.show_view(view)
        if (view.find, view.example, view.citations) != (old.find, old.example, old.citations):
            self._replace_foot(view)
        self._show_lines(view)
        self.setEnabled(view.enabled)

    def focus_target(self) -> QWidget:
        """What takes the focus when somebody comes to this question."""
        return self.control.focus_target()

    def go(self, *, by_key: bool = True) -> None:
        """Give the question the focus."""
        self.focus_target().setFocus(Qt.FocusReason.TabFocusReason)
        if by_key:
            painting.by_keyboard(self)

    def flash(self) -> None:
        """Show once where somebody has come to."""
        self._flashing = True
        self.update()
        QTimer.singleShot(tokens.FLASH_MS, self, self._flashed)

    def _flashed(self) -> None:
        self._flashing = False
        self.update()

    def _new_control(self, view: QuestionView) -> Control:
        control = _CONTROLS[view.kind](view)
        control.answer_given.connect(self.answer_given)
        if not isinstance(control, (OneOf, SomeOf)):
            control.finished.connect(self.finished)
        return control

    def _replace_control(self, view: QuestionView) -> None:
        old = self.control
        had_focus = any(part.hasFocus() for part in old.findChildren(QWidget))
        self.control = self._new_control(view)
        self._column.replaceWidget(old, self.control)
        old.hide()
        old.deleteLater()
        if had_focus:
            self.go()

    # ---------------------------------------------------------------- foot and hint
    def _make_foot(self, view: QuestionView) -> layout.Box:
        self.where: Button | None = None
        foot = layout.row(gap=6)
        if view.find or view.example:
            self.where = Button(view.name("where"), "Where to find it", Look.LINK, icon="file-text")
            self.where.setCheckable(True)
            self.where.setAccessibleDescription(f"Opens a hint for: {view.title}")
            self.where.toggled.connect(self._toggle_hint)
            foot.addWidget(self.where)
        self._cites = [self._make_cite(at, one) for at, one in enumerate(view.citations, 1)]
        return foot.fill(*self._cites, layout.STRETCH)

    def _make_cite(self, at: int, citation: Citation) -> Button:
        part = str(at) if at > 1 else ""
        name = self.view.name("cite", part)
        made = Button(name, citation.words, Look.CITE, icon="book-open", tip="The words of the law")
        made.clicked.connect(self._cited)
        return made

    def _replace_foot(self, view: QuestionView) -> None:
        self.close_hint()
        for button in (self.where, *self._cites):
            if button is not None:
                button.hide()
                button.deleteLater()
        self._column.removeItem(self._foot)
        self._foot = self._make_foot(view)
        self._column.addLayout(self._foot)

    def _cited(self) -> None:
        at = self._cites.index(self.sender())  # type: ignore[arg-type] # the sender is one of them
        self.citation_chosen.emit(self.view.citations[at].id)

    def _toggle_hint(self) -> None:
        on = self.where is not None and self.where.isChecked()
        if on and self._hint is None:
            self._hint = Hint(self.view.find, self.view.example)
            self._column.insertWidget(self._column.indexOf(self.control) + 1, self._hint)
            self.hint_opened.emit()
        elif not on and self._hint is not None:
            self._hint.hide()
            self._hint.deleteLater()
            self._hint = None

    def open_hint(self) -> None:
        """Say where to find the answer."""
        if self.where is not None:
            self.where.setChecked(True)

    def close_hint(self) -> None:
        """Close the hint."""
        if self.where is not None:
            self.where.setChecked(False)

    # ---------------------------------------------------------------- lines below the answer
    def _show_lines(self, view: QuestionView) -> None:
        doubt = "" if isinstance(self.control, (Entry, TableField)) else view.doubt
        self._show_line("doubt", doubt)
        self._show_line("contradiction", view.contradiction)
        self._make_room(line=bool(view.contradiction))
        self._show_line("note", view.note if view.is_unknown else "")

    def _show_line(self, name: str, words: str) -> None:
        line = self._lines.get(name)
        if line is None and words:
            line = self._lines[name] = self._make_line(name)
            self._column.insertWidget(self._column.indexOf(self.control) + 1, line)
        if line is None:
            return
        if isinstance(line, Notice):
            line.show_notice("", words)
        else:
            line.show_text(words)
        line.setVisible(bool(words))
        self.update()

    def _make_room(self, *, line: bool) -> None:
        if line != self._has_line:
            self._has_line = line
            self._column.set_margins((12, 0, 0, 0) if line else layout.NO_MARGINS)

    @staticmethod
    def _make_line(name: str) -> Text | Notice:
        if name == "note":
            return Notice("depends", "unknown")
        return Text("", "small", "required.text")

    # ---------------------------------------------------------------- keys and painting
    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window while the hint is open."""
        asked = event.type() is QEvent.Type.ShortcutOverride and self._hint is not None
        return (asked and keeps_escape(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 opens the hint; 0 and ? say "I don't know yet" where nobody is typing."""
        if event.key() == Qt.Key.Key_F1 and self.where is not None:
            self.where.toggle()
        elif event.key() == Qt.Key.Key_Escape and self._hint is not None:
            self.close_hint()
        elif event.text() in {"0", "?"}:
            self.control.unknown.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the flash and the line of a contradiction."""
        if not (self._flashing or self.view.contradiction):
            return
        painter, rect = painting.start(self), QRectF(self.rect())
        if self._flashing:
            painting.ground(painter, rect, "accent.soft", theme.px(tokens.RADIUS_ROW))
        if self.view.contradiction:
            painter.fillRect(QRectF(0, 0, 2, self.height()), theme.colour("required.mark"))
