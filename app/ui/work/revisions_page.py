"""The revisions of an assessment: their list; below it one as it was stored, or two side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.notice import Card, Notice
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.work.look import Look
from app.ui.work.tidy import emptied, laid_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.ui.views.revisions import RevisionRow, Shown

_WIDTH = 760
_MOST = 6
_NONE = "There is no revision yet. A revision is a final state: save one from the review page."


class _Line(Card):
    """One revision of the list."""

    def __init__(self, row: RevisionRow) -> None:
        super().__init__("card")
        self.open = Button(f"revision.{row.number}", "Open", tip=f"Open {row.title} as it was")
        status = Text(row.status, "small", "required.text" if row.trouble else "text.3")
        said = layout.column(
            Text(row.title, "medium"), Text(row.words, "small", "text.2"), status, gap=1
        )
        line = layout.row(said, self.open, gap=12, margins=(14, 10, 12, 10))
        line.setStretch(0, 1)
        self.setLayout(line)


class RevisionsPage(QWidget):
    """Announces the revision to open, to take up, and the two to compare; None is the draft."""

    back_wanted = Signal()
    revision_chosen = Signal(int)
    revise_wanted = Signal(int)
    compare_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.back = Button("revisions.back", "Back", Kind.LINK, icon="arrow-left")
        self._lines = layout.column(gap=8)
        self._none = Text(_NONE, "body", "text.2")
        self._title = Text("", "title")
        self._words = Text("", "small", "text.2")
        self._trouble = Notice("required", "octagon-alert")
        self.revise = Button("revise", "Revise", Kind.PRIMARY, icon="pencil")
        self.look = Look("revision.as_of")
        self._others = layout.row(gap=4)
        self._compare = layout.Pane(self._others)
        self._parts = layout.column(gap=14)
        self._number = 0
        self._enabled = True
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.revise.clicked.connect(self._revise)

    def _lay_out(self) -> None:
        verbs = layout.row(self.revise, layout.STRETCH, gap=10)
        detail = layout.column(
            *(self._title, self._words, self._trouble, verbs, self._compare, self.look), gap=8
        )
        detail.addLayout(self._parts)
        self._detail = layout.Pane(detail)
        column = layout.column(
            *(self.back, Text("Revisions", "display"), self._none), gap=8, margins=(28, 12, 20, 24)
        )
        column.addLayout(self._lines)
        column.fill(self._detail, layout.STRETCH)
        page = layout.Pane(column)
        page.setMaximumWidth(theme.px(_WIDTH))
        self._page = page
        middle = layout.row(page, layout.STRETCH, gap=0)
        middle.setStretch(0, 20)
        self.area = Scroll(layout.Pane(middle), "page")
        self.setLayout(layout.column(self.area, gap=0))
        self.setAccessibleName("Revisions")

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(_WIDTH))

    def show_revisions(self, rows: Sequence[RevisionRow], back_to: str, *, enabled: bool) -> None:
        """Show the list, the newest first."""
        self.back.show_words(f"Back to {back_to}" if back_to else "Back")
        self._enabled = enabled
        emptied(self._lines)
        for row in rows:
            line = _Line(row)
            line.open.clicked.connect(self._opened)
            self._lines.addWidget(line)
        self._none.setVisible(not rows)
        self._detail.setVisible(bool(self._number) and any(r.number == self._number for r in rows))

    def show_revision(self, number: int, shown: Shown, others: Sequence[int]) -> None:
        """Show one revision as it was stored, and with which others it can be compared."""
        self._number = number
        self.revise.show_words(f"Revise from revision {number}")
        self.revise.setEnabled(self._enabled)
        emptied(self._others)
        names = ["draft", *(str(each) for each in sorted(others, reverse=True)[:_MOST])]
        for name in names:
            words = "Compare with the draft" if name == "draft" else f"with revision {name}"
            button = Button(f"compare.{name}", words, Kind.LINK, icon="git-compare")
            button.clicked.connect(self._compared)
            self._others.addWidget(button)
        self._others.addStretch(1)
        self._show(shown, single=True)

    def show_comparison(self, shown: Shown) -> None:
        """Show two states side by side, in the place of the one."""
        self._show(shown, single=False)

    def _show(self, shown: Shown, *, single: bool) -> None:
        self._title.show_text(shown.title)
        self._words.show_text(shown.words)
        self._trouble.show_notice("", "\n".join(shown.troubles))
        self._trouble.setVisible(bool(shown.troubles))
        self.revise.setVisible(single)
        self.look.setVisible(single)
        emptied(self._parts)
        for title, lines in shown.parts:
            block = _block(title, Text("\n".join(lines), "small"))
            self._parts.addWidget(block)
            block.show()
        self._detail.show()
        laid_out()

    def words(self) -> str:
        """Everything that stands below the list, as text."""
        found = self._detail.findChildren(Text)
        return "\n".join(text.text() for text in found if text.isVisibleTo(self._detail))

    def _opened(self) -> None:
        self.revision_chosen.emit(int(self.sender().objectName().removeprefix("revision.")))

    def _revise(self) -> None:
        self.revise_wanted.emit(self._number)

    def _compared(self) -> None:
        name = self.sender().objectName().removeprefix("compare.")
        other = None if name == "draft" else int(name)
        earlier = other is not None and other < self._number
        ends = (other, self._number) if earlier else (self._number, other)
        self.compare_wanted.emit(*ends)


def _block(title: str, words: Text) -> QWidget:
    return layout.Pane(layout.column(Text(title, "heading"), words, gap=4))
