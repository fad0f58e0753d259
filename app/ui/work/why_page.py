"""Why: what a conclusion rests on, as a tree that can be filtered and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.chip import Chip
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text
from app.ui.kit.tree import TreeView
from app.ui.views.why import DECIDED, EVERYTHING, FILTERS, NOT_KNOWN, as_text, filtered

if TYPE_CHECKING:
    from app.assessment.trace import Finding
    from app.ui.views.why import WhyView

_EMPTY = {
    EVERYTHING: "This conclusion does not arise any more.",
    DECIDED: "Nothing is met that would decide it.",
    NOT_KNOWN: "Nothing that it rests on is not known.",
}


class WhyPage(QWidget):
    """Shows one conclusion's why; announces the finding that a person looks at."""

    back_wanted = Signal()
    finding_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._view: WhyView | None = None
        self._filter = EVERYTHING
        self.back = Button("why.back", "Back", Kind.LINK, icon="arrow-left")
        self._title = Text("", "display")
        self._chip = Chip("open")
        self._subject = Text("", "body", "text.2")
        self.filters = Segmented("why", FILTERS, EVERYTHING)
        self.copy = Button("why.copy", "Copy as text", Kind.QUIET, icon="copy")
        self.tree = TreeView()
        self._empty = Text("", "body", "text.2")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        policy = QSizePolicy.Policy
        self._empty.setSizePolicy(policy.Preferred, policy.Expanding)
        chips = layout.row(self._chip, layout.STRETCH)
        tools = layout.row(self.filters, layout.STRETCH, self.copy)
        head = layout.column(self.back, self._title, chips, self._subject, gap=6)
        head.addSpacing(4)
        head.addLayout(tools)
        parts = (layout.Line(), self._empty, self.tree)
        column = layout.column(gap=4, margins=(28, 12, 20, 0))
        column.addLayout(head)
        column.fill(*parts, grow=self.tree)
        self.setLayout(column)
        self.back.clicked.connect(self.back_wanted)
        self.filters.view_chosen.connect(self._filtered)
        self.copy.clicked.connect(self._copied)
        self.tree.finding_chosen.connect(self._chosen)

    def show_why(self, view: WhyView | None, back_to: str) -> None:
        """Show the why of a conclusion."""
        self._view = view
        self.back.show_words(f"Back to {back_to}" if back_to else "Back")
        self._title.show_text(f"Why: {view.title}" if view else "Why")
        self._chip.setVisible(view is not None)
        if view is not None:
            self._chip.show_outcome(*view.outcome)
        self._subject.show_text(view.subject if view else "")
        self._show_tree()

    def _show_tree(self) -> None:
        roots = filtered(self._view.roots, self._filter) if self._view else ()
        self.tree.show_tree(roots)
        self.tree.setVisible(bool(roots))
        self._empty.show_text("" if roots else _EMPTY[self._filter])
        self._empty.setVisible(not roots)

    def _filtered(self, wanted: str) -> None:
        self._filter = wanted
        self._show_tree()

    def _copied(self) -> None:
        if self._view is not None:
            roots = filtered(self._view.roots, self._filter)
            QGuiApplication.clipboard().setText(as_text(self._view, roots))
            self.copy.show_words("Copied")

    def _chosen(self, id_: str) -> None:
        finding: Finding | None = self._view.findings.get(id_) if self._view else None
        if finding is not None:
            self.finding_chosen.emit(finding)
