"""The review page: open points, contradictions, answers no longer counted, actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.ui import theme
from app.ui.icons import icon
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.marks import State
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.views.places import SCREENING, WHY, Place
from app.ui.views.screening import OPEN_HITS
from app.ui.work.tasks_list import TasksList
from app.ui.work.tidy import emptied

if TYPE_CHECKING:
    from app.ui.views.review import Line, Review

_LISTS = (
    ("open_points", "Open points", "circle-dashed", "Nothing is open."),
    ("conflicts", "Cannot both be true", "octagon-alert", "No answers contradict each other."),
    ("not_counted", "No longer counted", "eye-off", "Every answer counts."),
)


class _Icon(QLabel):
    """An icon before a heading; made anew on a switch to dark."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.recolour()

    def recolour(self) -> None:
        """Draw it in the present ink."""
        side = theme.px(16)
        self.setPixmap(icon(self._name, "text.2", 16).pixmap(side, side))


class ReviewLine(QWidget):
    """One line: state, words, and the link that leads on."""

    pressed = Signal(object)

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        words = layout.column(Text(line.title, "medium"), gap=0)
        if line.detail:
            words.addWidget(Text(line.detail, "small", "text.2"))
        mark = layout.column(State(line.state), layout.STRETCH, margins=(0, 2, 0, 0))
        row = layout.row(mark, words, gap=10, margins=(0, 5, 0, 5))
        row.setStretch(1, 1)
        if line.action:
            link = Button(f"{line.name}", line.action, Kind.LINK)
            link.setAccessibleName(f"{line.action}: {line.title}")
            link.clicked.connect(self._pressed)
            row.addWidget(link)
        self.setLayout(row)

    def _pressed(self) -> None:
        self.pressed.emit(self._line)


class _List(QWidget):
    """A heading with a count, and its lines, made anew only where they differ."""

    pressed = Signal(object)

    def __init__(self, title: str, icon_name: str, empty: str) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] | None = None
        self._count = Text("", "small", "text.2", tabular=True)
        self._empty = Text(empty, "small", "text.2")
        head = layout.row(_Icon(icon_name), Text(title, "heading", wrap=False), self._count)
        head.setStretch(2, 1)
        self._column = layout.column(gap=0)
        self.setLayout(layout.column(head, self._empty, self._column, gap=4))

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines."""
        if lines == self._lines:
            return
        self._lines = lines
        emptied(self._column)
        for line in lines:
            made = ReviewLine(line)
            made.pressed.connect(self.pressed)
            self._column.addWidget(made)
            made.show()
        self._count.show_text(str(len(lines)) if lines else "")
        self._empty.setVisible(not lines)


class ReviewPage(QWidget):
    """Shows what is left; announces where a person wants to go."""

    place_chosen = Signal(object)
    address_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_page")
        self.setAccessibleName("Review")
        self._lists: dict[str, _List] = {}
        column = layout.column(gap=14, margins=(32, 16, 28, 28))
        words = "Nothing here stops you. What stays open is printed as open."
        head = layout.column(Text("Review", "display"), Text(words, "body", "text.2"), gap=2)
        column.addLayout(head)
        for name, title, icon_name, empty in _LISTS:
            made = self._lists[name] = _List(title, icon_name, empty)
            made.pressed.connect(self._pressed)
            column.fill(layout.Line(), made)
        self.tasks = TasksList()
        column.fill(layout.Line(), self._lay_out_tasks())
        column.addStretch(1)
        self.setLayout(layout.column(Scroll(layout.Pane(column)), gap=0))

    def _lay_out_tasks(self) -> layout.Box:
        title = Text("Actions", "heading", wrap=False)
        head = layout.row(_Icon("list-checks"), title, self.tasks.count)
        head.setStretch(2, 1)
        return layout.column(head, self.tasks, gap=4)

    def show_review(self, review: Review) -> None:
        """Show what is left now."""
        for name, shown in self._lists.items():
            shown.show_lines(getattr(review, name))

    def _pressed(self, line: Line) -> None:
        if line.address:
            self.address_chosen.emit(line.address)
            return
        if line.name.startswith(OPEN_HITS):
            self.place_chosen.emit(Place(SCREENING, line.name.removeprefix(f"{OPEN_HITS}.")))
            return
        id_, _, keys = line.name.removeprefix("determination.").partition("@")
        self.place_chosen.emit(Place(WHY, id_, tuple(keys.split(".")) if keys else ()))
