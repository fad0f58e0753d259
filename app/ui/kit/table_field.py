"""The throughput table: a number for each format, with what comes of it beside.

An empty cell is not an answer. "none" or "-" says that the item does not have the format, "?"
that nobody knows; both are shown in words. A column pasted from a data sheet fills downwards and
is one answer.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.choice import Unknown
from app.ui.kit.question_view import UNANSWERED, Cell, QuestionView, Unanswered
from app.ui.kit.table_row import TableRow
from app.ui.kit.text import Text

_MARGINS = (12, 8, 12, 10)
_LEAST_WIDTHS = {0: 104, 2: 56, 3: 84}


class TableField(QWidget):
    """Rows of numbers; emits the whole mapping of rows at each change."""

    answer_given = Signal(object)
    finished = Signal()

    def __init__(self, view: QuestionView) -> None:
        super().__init__()
        self._view = view
        self._grid = QGridLayout()
        self.rows = {row.id: TableRow(view, row) for row in view.rows}
        self._heads(view.row_heads)
        for at, row in enumerate(self.rows.values(), 1):
            self._place(at, row)
        self._grid.setColumnStretch(5, 1)
        self.unknown = Unknown(view.name("unknown"))
        self.rest = Button(
            view.name("rest"),
            "Lists no other format",
            Kind.QUIET,
            icon="check",
            tip="Every empty row becomes “not offered”.",
        )
        self._doubt = Text("", "small", "required.text")
        foot = layout.row(self.unknown, self.rest, layout.STRETCH)
        self._column = layout.column(layout.Line(), foot, self._doubt, margins=(12, 0, 12, 10))
        whole = layout.column(gap=0)
        whole.addLayout(self._grid)
        whole.addLayout(self._column)
        self.setLayout(whole)
        self.unknown.clicked.connect(self._unknown_pressed)
        self.rest.clicked.connect(self._none_left)
        self.rescale()
        self.show_view(view)

    def _heads(self, words: tuple[str, str, str, str]) -> None:
        for at, head in enumerate(words):
            label = Text(head, "label", "text.3", wrap=False)
            if at > 1:
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, 0, at)

    def _place(self, at: int, row: TableRow) -> None:
        for place, part in enumerate((row.title, row.box, row.factor, row.total, row.chip)):
            self._grid.addWidget(part, at, place)
        row.box.typed.connect(self._typed)
        row.box.left.connect(self._left)
        row.box.entered.connect(self._entered)
        row.box.column_pasted.connect(self._pasted)
        row.box.edit.installEventFilter(self)

    def focus_target(self) -> QWidget:
        """The first row that has no answer, else the first."""
        empty = (row for row in self.rows.values() if not row.box.text())
        return next(empty, next(iter(self.rows.values()))).box.edit

    def show_view(self, view: QuestionView) -> None:
        """Show values, sums and the chip; rows that are the same are left alone."""
        self._view = view
        for row in view.rows:
            self.rows[row.id].show_row(row, kept=view.is_unknown)
        self.unknown.tick(on=view.is_unknown)
        empty = any(row.answer is UNANSWERED for row in view.rows)
        self.rest.setVisible(empty and not view.is_unknown)
        self._show_doubt()

    def _show_doubt(self) -> None:
        own = [f"{row.row.title}: {row.doubt}" for row in self.rows.values() if row.doubt]
        doubt = " ".join([*own, self._view.doubt] if self._view.doubt else own)
        self._doubt.show_text(doubt)
        self._doubt.setVisible(bool(doubt))

    def answer(self) -> Mapping[str, Cell]:
        """Every row that says something, as it stands in the cells."""
        read = ((id_, row.value()) for id_, row in self.rows.items())
        return MappingProxyType(
            {id_: cell for id_, cell in read if not isinstance(cell, Unanswered)}
        )

    def _typed(self) -> None:
        if all(row.readable() for row in self.rows.values()):
            self._announce()

    def _left(self) -> None:
        for row in self.rows.values():
            if not row.box.being_typed():
                row.settle()
        self._show_doubt()
        self._announce()

    def _announce(self) -> None:
        answer = self.answer()
        shown = {row.id: row.answer for row in self._view.rows if row.answer is not UNANSWERED}
        if self._view.is_unknown or dict(answer) != shown:
            self.answer_given.emit(answer or UNANSWERED)

    def _entered(self) -> None:
        boxes = [row.box for row in self.rows.values()]
        now = next(n for n, box in enumerate(boxes) if box is self.sender())
        self._step(now, 1)

    def _step(self, now: int, step: int) -> None:
        boxes = [row.box for row in self.rows.values()]
        if 0 <= now + step < len(boxes):
            painting.by_keyboard(self)
            boxes[now + step].edit.setFocus(Qt.FocusReason.TabFocusReason)
            boxes[now + step].edit.selectAll()
        elif step > 0:
            self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move between the rows."""
        if event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key(), 0)  # type: ignore[attr-defined]
            if step:
                edits = [row.box.edit for row in self.rows.values()]
                self._step(next(n for n, edit in enumerate(edits) if edit is watched), step)
                return True
        return False

    def _pasted(self, text: str) -> None:
        boxes = [row.box for row in self.rows.values()]
        first = next(n for n, box in enumerate(boxes) if box is self.sender())
        lines = [line.strip() for line in text.strip("\r\n").splitlines()]
        cells = lines if len(lines) > 1 else text.strip().split("\t")
        for row, cell in zip(list(self.rows.values())[first:], cells, strict=False):
            row.box.show_text(cell.split("\t")[-1].strip())
            row.settle()
        self._show_doubt()
        self._announce()

    def _none_left(self) -> None:
        for row in self.rows.values():
            if not row.box.text() and row.value() is UNANSWERED:
                row.set_none()
        self._announce()

    def _unknown_pressed(self) -> None:
        on = self.unknown.isChecked()
        for row in self.rows.values():
            row.box.grey(on=on)
        self.answer_given.emit(None if on else self.answer() or UNANSWERED)

    def rescale(self) -> None:
        """Take the sizes of the present zoom."""
        left, top, right, bottom = (theme.px(length) for length in _MARGINS)
        self._grid.setContentsMargins(left, top, right, bottom)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(5))
        for at, least in _LEAST_WIDTHS.items():
            self._grid.setColumnMinimumWidth(at, theme.px(least))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card that holds the table together."""
        painter = painting.start(self)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("card"))
        radius = theme.px(tokens.RADIUS_CARD)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, radius, radius)
