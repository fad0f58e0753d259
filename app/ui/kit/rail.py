"""The rail of sections: one row each, one Tab stop for all, arrows move and choose."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui import theme, tokens
from app.ui.kit import layout, painting
from app.ui.kit.group import rove
from app.ui.kit.marks import Share, paint_share
from app.ui.kit.painting import Words
from app.ui.kit.pressable import Pressable

_INDENT = 14


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section as the rail shows it."""

    id: str
    title: str
    share: Share = field(default_factory=Share)
    note: str = ""  # instead of the progress, for example "1 hit to decide"
    depth: int = 0

    def words(self) -> str:
        """The line below the title."""
        return self.note or self.share.words()


class RailRow(Pressable):
    """A section: ring, title, and in words how far it is."""

    def __init__(self, view: SectionView) -> None:
        super().__init__()
        self.view = view
        self.setCheckable(True)
        self.setAutoExclusive(True)  # the role "one of several"
        self.grow_sideways()
        self.show_view(view)

    def show_view(self, view: SectionView) -> None:
        """Show another progress; the layout is asked only where the words changed."""
        changed = view.words() != self.view.words() or view.title != self.view.title
        self.view = view
        words = view.words()
        painting.name_widget(self, f"section.{view.id}", f"{view.title}, {words}", view.title)
        if changed:
            self.updateGeometry()
        self.update()

    def _words(self) -> tuple[Words, Words]:
        title = "medium" if self.isChecked() or not self.view.depth else "body"
        ink = "text.2" if self.isChecked() else "text.3"
        return Words(self.view.title, title), Words(self.view.words(), "small", ink, tabular=True)

    def _spot(self, width: int) -> QRect:
        left = theme.px(40 + _INDENT * self.view.depth)
        return QRect(left, theme.px(7), width - left - theme.px(8), theme.px(800))

    def wanted_height(self, width: int) -> int:
        """Title and words, wrapped."""
        words = painting.stack_height(self._words(), self._spot(width).width())
        return max(theme.px(44), words + theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, ring and words."""
        painter, full = painting.start(self), QRectF(self.rect())
        ground = "chrome.chosen" if self.isChecked() else "chrome"
        if self.isChecked() or self.underMouse():
            shade = ground if self.isChecked() else "chrome.hover"
            painting.ground(painter, full, shade, theme.px(tokens.RADIUS_ROW))
        side = theme.px(17)
        ring = QRectF(theme.px(12 + _INDENT * self.view.depth), theme.px(8), side, side)
        paint_share(painter, ring, self.view.share, ground)
        painting.draw_stack(painter, self._words(), self._spot(self.width()))
        if painting.keyboard_focus(self):
            painting.focus_ring(painter, full)


class Rail(QWidget):
    """All sections; announces the one that a person chose."""

    section_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, RailRow] = {}
        self._column = layout.column(gap=1)
        self.setLayout(self._column)
        self.setAccessibleName("Sections")

    def show_sections(self, sections: tuple[SectionView, ...], current: str) -> None:
        """Show the sections; rows that stay are kept."""
        if [one.id for one in sections] != list(self.rows):
            self._rebuild(sections)
        for section in sections:
            row = self.rows[section.id]
            if row.view != section:
                row.show_view(section)
            if row.isChecked() != (section.id == current):
                row.setChecked(section.id == current)
                row.update()
        if current in self.rows:
            rove(list(self.rows.values()), self.rows[current])

    def _rebuild(self, sections: tuple[SectionView, ...]) -> None:
        wanted = {one.id for one in sections}
        for id_ in [id_ for id_ in self.rows if id_ not in wanted]:
            row = self.rows.pop(id_)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {one.id: self.rows.get(one.id) or self._new(one) for one in sections}
        for at, row in enumerate(self.rows.values()):
            self._column.insertWidget(at, row)

    def _new(self, section: SectionView) -> RailRow:
        row = RailRow(section)
        row.clicked.connect(self._pressed)
        return row

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, RailRow):
            rove(list(self.rows.values()), row)
            self.section_chosen.emit(row.view.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbouring section."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        rows = list(self.rows.values())
        now = next((n for n, row in enumerate(rows) if row.hasFocus()), None)
        if not step or now is None:
            super().keyPressEvent(event)
            return
        row = rows[max(0, min(len(rows) - 1, now + step))]
        painting.by_keyboard(self)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        row.click()
