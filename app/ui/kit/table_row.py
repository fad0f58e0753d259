"""One row of the table: name, cell, factor, sum and chip, and what the words in the cell mean."""

from PySide6.QtCore import Qt

from app.ui.kit import numbers, painting
from app.ui.kit.chip import Chip
from app.ui.kit.field_box import FieldBox
from app.ui.kit.question_view import NOT_OFFERED, UNANSWERED, Cell, QuestionView, Row, Unanswered
from app.ui.kit.text import Text

_NONE_WORDS = {"none", "no", "-", "–", "—", "n/a", "not offered", "0"}
_UNKNOWN_WORDS = {"?", "unknown", "not known"}
_CELL_WIDTH = 148
_PLACEHOLDERS: dict[object, str] = {NOT_OFFERED: "not offered", None: "not known"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def read_cell(text: str, unit: str) -> tuple[Cell | Unanswered, str]:
    """What the words in a cell mean, and a doubt about them."""
    bare = text.strip().lower()
    if not bare:
        return UNANSWERED, ""
    if bare in _NONE_WORDS:
        return NOT_OFFERED, ""
    if bare in _UNKNOWN_WORDS:
        return None, ""
    reading = numbers.parse(text, unit)
    return (UNANSWERED if reading.value is None else reading.value), reading.doubt


class TableRow:
    """The widgets of one row; not a widget itself, because the grid lays them out."""

    def __init__(self, view: QuestionView, row: Row) -> None:
        self.row, self.doubt = row, ""
        self._said: Cell | Unanswered = row.answer  # what an empty cell stands for
        self.title = Text(row.title, "medium", wrap=False)
        self.box = FieldBox(row.unit, width=_CELL_WIDTH, right=True)
        head = view.row_heads[1].lower()
        painting.name_widget(
            self.box.edit,
            view.name("question", row.id),
            f"{row.title}, {head}",
            f"In {row.unit}. Type “none” if it is not offered, “?” if it is not known.",
        )
        self.factor = self._right(row.factor, "text.2")
        self.total = self._right(row.total, "text")
        self.chip = Chip("accent", row.chip)
        painting.set_shown(self.chip, on=bool(row.chip))
        self.show_row(row, kept=view.is_unknown, first=True)

    @staticmethod
    def _right(text: str, ink: str) -> Text:
        made = Text(text, "body", ink, wrap=False, tabular=True)
        made.setAlignment(_RIGHT)
        return made

    def show_row(self, row: Row, *, kept: bool, first: bool = False) -> None:
        """Show a row; words that already mean the value stay as they were typed."""
        self.box.grey(on=kept)
        if row == self.row and not first:
            self._show_value(row, kept=kept)
            return
        self.row = row
        self._show_value(row, kept=kept)
        self.total.show_text(row.total or "–")
        self.total.set_ink("text" if row.total else "text.3")
        painting.set_shown(self.chip, on=bool(row.chip))
        if row.chip:
            self.chip.show_outcome("accent", row.chip)

    def _show_value(self, row: Row, *, kept: bool) -> None:
        if kept and row.answer in {None, UNANSWERED}:
            return
        same = self.value() == row.answer
        if not same:
            self.doubt = ""
        if not (same and (self.box.being_typed() or row.answer is UNANSWERED)):
            self._write(row.answer)
        self._placeholder()

    def _write(self, value: Cell | Unanswered) -> None:
        self._said = value
        self.box.show_text(numbers.shown_text(value) if isinstance(value, (int, float)) else "")
        self._placeholder()

    def _placeholder(self) -> None:
        self.box.show_placeholder(_PLACEHOLDERS.get(self._said, ""))
        self.box.show_unit(visible=self._said not in _PLACEHOLDERS)

    def value(self) -> Cell | Unanswered:
        """What the row says now."""
        if self.box.text().strip():
            return read_cell(self.box.text(), self.row.unit)[0]
        silent = self._said in _PLACEHOLDERS
        return self._said if silent else UNANSWERED

    def readable(self) -> bool:
        """Whether the words in the cell have a meaning, if there are any."""
        return not self.box.text().strip() or self.value() is not UNANSWERED

    def settle(self) -> None:
        """Write the value as it will be printed, or keep the words and say why not."""
        text = self.box.text()
        if not text.strip():
            return
        value, self.doubt = read_cell(text, self.row.unit)
        self.box.mark_doubtful(on=bool(self.doubt))
        if value is not UNANSWERED:
            self._write(value)

    def set_none(self) -> None:
        """Say that the item does not have this format."""
        self._write(NOT_OFFERED)
