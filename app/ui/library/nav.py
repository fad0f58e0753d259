"""The left column of the library: its views, where its file is, and how the window looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.group import rove
from app.ui.kit.painting import Words
from app.ui.kit.pressable import Pressable
from app.ui.kit.progress import Progress
from app.ui.kit.scroll import Scroll
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text
from app.ui.views.library import ALL, VIEWS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_SCHEMES = (("light", "Light"), ("dark", "Dark"), ("system", "System"))
_WIDTH = 232


class NavRow(Pressable):
    """A view of the library: icon, words, count."""

    def __init__(self, id_: str, words: str, icon: str) -> None:
        super().__init__()
        self.id, self._words, self._icon, self._count = id_, words, icon, 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.grow_sideways()
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many stand there."""
        self._count = count
        painting.name_widget(self, f"view.{self.id}", f"{self._words}, {count}", "Shows these")
        self.update()

    def wanted_height(self, _width: int) -> int:
        """One line."""
        return theme.px(34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon, words and count."""
        painter, full = painting.start(self), QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            ground = "chrome.chosen" if self.isChecked() else "chrome.hover"
            painting.ground(painter, full, ground, theme.px(tokens.RADIUS_ROW))
        side = theme.px(16)
        spot = QRectF(theme.px(12), (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, spot, "text" if self.isChecked() else "text.2")
        room = full.adjusted(theme.px(38), 0, -theme.px(40 if self._count else 8), 0)
        painting.draw_line(
            painter, Words(self._words, "medium" if self.isChecked() else "body"), room
        )
        if self._count:
            right = full.adjusted(0, 0, -theme.px(12), 0)
            align = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            words = Words(str(self._count), "small", "text.2", tabular=True)
            painting.draw_line(painter, words, right, align)
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, full)


class Nav(layout.Pane):
    """Announces the view that was chosen, and what is wanted with the library file."""

    view_chosen = Signal(str)
    folder_wanted = Signal()
    backup_wanted = Signal()
    other_wanted = Signal()
    scheme_chosen = Signal(str)
    lists_wanted = Signal()
    actions_wanted = Signal()
    editions_wanted = Signal()
    evaluation_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        self.rows = {id_: NavRow(id_, words, icon) for id_, words, icon in VIEWS}
        self._file = Text("", "small", "text.2")
        self._state = Text("", "small", "required.text")
        self._folder = Button("library.folder", "Show in folder", Kind.LINK, icon="folder-open")
        self._backup = Button("library.backup", "Back up", Kind.LINK, icon="hard-drive")
        self._actions = Button("actions", "Actions of all", Kind.LINK, icon="list-checks")
        self._lists_state = Text("", "small", "text.2")
        self._lists = Button("lists", "Lists and import", Kind.LINK, icon="user-search")
        self._law = Text("", "small", "text.2")
        self._editions = Button("editions", "Editions", Kind.LINK, icon="scale")
        self.evaluate = Button("reevaluate", "Re-evaluate", Kind.LINK, icon="rotate-ccw")
        self._going = Text("", "small", "text.2", tabular=True)
        self._progress = Progress()
        self._cancel = Button("reevaluate.cancel", "Cancel", Kind.LINK, icon="x")
        self.scheme = Segmented("scheme", _SCHEMES, "system")
        super().__init__(self._lay_out(), "chrome")
        self.rescale()
        for row in self.rows.values():
            row.clicked.connect(self._pressed)
        self._folder.clicked.connect(self.folder_wanted)
        self._backup.clicked.connect(self.backup_wanted)
        self._lists.clicked.connect(self.lists_wanted)
        self._actions.clicked.connect(self.actions_wanted)
        self._editions.clicked.connect(self.editions_wanted)
        self.evaluate.clicked.connect(self.evaluation_wanted)
        self._cancel.clicked.connect(self.cancel_wanted)
        self.show_going("", 0, 0)
        self.scheme.view_chosen.connect(self.scheme_chosen)
        self.show_view(ALL)

    def _lay_out(self) -> layout.Box:
        brand = Brand()
        top = layout.column(brand, *self.rows.values(), gap=1, margins=(10, 8, 10, 8))
        links = layout.row(self._folder, self._backup, layout.STRETCH, gap=4)
        label = Text("Library file", "label", "text.3")
        file = layout.column(label, self._file, self._state, links, gap=3, margins=(22, 10, 8, 8))
        lists = layout.column(
            *(Text("Lists of restricted parties", "label", "text.3"), self._lists_state),
            layout.row(self._lists, layout.STRETCH),
            gap=3,
            margins=(22, 10, 8, 8),
        )
        look = layout.row(self.scheme, layout.STRETCH, margins=(20, 8, 8, 12))
        column = layout.column(gap=0)
        column.addLayout(top)
        column.fill(layout.row(self._actions, layout.STRETCH, margins=(20, 0, 8, 8)))
        column.fill(layout.STRETCH, layout.Line(), self._lay_out_law(), layout.Line(), lists)
        column.fill(layout.Line(), file, layout.Line(), look)
        area = Scroll(layout.Pane(column), "chrome")
        return layout.row(area, layout.Line(upright=True), gap=0, grow=area)

    def _lay_out_law(self) -> layout.Box:
        """The law in use, and how far evaluating again is."""
        links = layout.row(self._editions, self.evaluate, layout.STRETCH, gap=4)
        going = layout.column(
            *(self._going, self._progress, layout.row(self._cancel, layout.STRETCH)), gap=3
        )
        self._pane = layout.Pane(going)
        label = Text("Law in use", "label", "text.3")
        parts = (label, self._law, self._pane, links)
        return layout.column(*parts, gap=3, margins=(22, 10, 8, 8))

    def show_law(self, words: str, *, enabled: bool) -> None:
        """Say which law is in use."""
        self._law.show_text(words)
        self.evaluate.setEnabled(enabled)

    def show_going(self, words: str, done: int, whole: int) -> None:
        """Show what goes on beside, and how far it is; nothing where nothing goes on."""
        self._going.show_text(f"{words}: {done} of {whole}" if whole else words)
        self._progress.show_progress(done, whole, "assessments")
        self._progress.setVisible(bool(whole))
        self._cancel.setVisible(bool(whole))
        self._pane.setVisible(bool(words))

    def rescale(self) -> None:
        """Take the width of the present zoom."""
        self.setFixedWidth(theme.px(_WIDTH))

    def show_view(self, view: str) -> None:
        """Show which view is open."""
        self.rows[view].setChecked(True)
        rove(list(self.rows.values()), self.rows[view])

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many stand in each view."""
        for id_, row in self.rows.items():
            row.show_count(counts.get(id_, 0))

    def show_file(self, words: str, tip: str, state: str) -> None:
        """Show where the library is, and why it is read only."""
        self._file.show_text(words)
        self._file.setToolTip(painting.tip(tip))
        self._state.show_text(state)
        self._state.setVisible(bool(state))

    def show_lists(self, words: str) -> None:
        """Say how many lists there are, and how many of them are old."""
        self._lists_state.show_text(words)

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, NavRow):
            rove(list(self.rows.values()), row)
            self.view_chosen.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbouring view."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = list(self.rows.values())
        now = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        if not step or now is None:
            super().keyPressEvent(event)
            return
        row = rows[(now + step) % len(rows)]
        painting.by_keyboard(self)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        row.click()


class Brand(layout.Pane):
    """The program's name with its mark."""

    def __init__(self) -> None:
        super().__init__(layout.row(Text("Clearway", "heading"), margins=(38, 8, 0, 10)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        side = theme.px(20)
        spot = QRectF(theme.px(10), (self.height() - side) / 2 - 1, side, side)
        paint_icon(painting.start(self), "badge-check", spot, "accent")
