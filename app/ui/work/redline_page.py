"""Two states of the assessment side by side; facts, answers, conclusions, rules, each apart."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.notice import Card, Notice
from app.ui.kit.scroll import Scroll
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text
from app.ui.work.tidy import emptied, laid_out

if TYPE_CHECKING:
    from app.ui.views.counsel import ChangeView, Pieces, RedlineView

DRAFT = "draft"
_WIDTH = 820
_SIGNS = {"del": ("[−", "−]", "s", "required.text"), "ins": ("[+", "+]", "u", "accent.text")}
_ONE = (
    "There is one state only. Save a revision from the review page; what changes after it can then "
    "be compared with it."
)


class Marked(QLabel):
    """A text with its changes: a sign around each, a line through or under it, and an ink."""

    def __init__(self, pieces: Pieces) -> None:
        super().__init__()
        self._pieces = pieces
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFont(theme.font("small"))
        self.recolour()

    def recolour(self) -> None:
        """Draw it in the present inks; what somebody typed is never read as markup."""
        self.setText("".join(self._drawn(*piece) for piece in self._pieces))
        plain = "".join(
            f"{_SIGNS[m][0]}{t}{_SIGNS[m][1]}" if m in _SIGNS else t for m, t in self._pieces
        )
        self.setAccessibleName(plain)

    @staticmethod
    def _drawn(mark: str, text: str) -> str:
        words = escape(text).replace("\n", "<br>")
        if mark not in _SIGNS:
            return words
        left, right, tag, ink = _SIGNS[mark]
        colour = theme.colour(ink).name()
        return f'<span style="color:{colour}">{left}<{tag}>{words}</{tag}>{right}</span>'

    def rescale(self) -> None:
        """Take the font of the present zoom."""
        self.setFont(theme.font("small"))


class _Change(Card):
    """One change."""

    def __init__(self, view: ChangeView) -> None:
        super().__init__("card")
        head = layout.row(
            Text(view.change, "small.m", "text.2", wrap=False), Text(view.what, "small.m")
        )
        head.setStretch(1, 1)
        column = layout.column(head, Marked(view.pieces), gap=4, margins=(14, 8, 12, 8))
        if view.cause:
            column.addWidget(Text(view.cause, "small", "text.2"))
        self.setLayout(column)


class RedlinePage(QWidget):
    """Announces the two states to compare; ``draft``, or the number of a revision."""

    back_wanted = Signal()
    ends_chosen = Signal(str, str)
    pdf_wanted = Signal(str, str)
    documents_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare.page")
        self.setAccessibleName("Compare two states")
        self.back = Button(
            "compare.back", "Review", Kind.QUIET, icon="chevron-left", tip="Back  Esc"
        )
        self.pdf = Button("compare.pdf", "Save as PDF", Kind.PRIMARY, icon="download")
        self.documents = Button("compare.documents", "", icon="printer")
        self._before: Segmented | None = None
        self._after: Segmented | None = None
        self._pickers = layout.column(gap=6)
        self._none = Text(_ONE, "body", "text.2")
        self._words = Text("", "medium")
        self._mind = Notice("depends", "triangle-alert")
        self._parts = layout.column(gap=10)
        self._lay_out()
        self.back.clicked.connect(self.back_wanted)
        self.pdf.clicked.connect(self._pdf)
        self.documents.clicked.connect(self._documents)

    def _lay_out(self) -> None:
        bar = layout.row(
            self.back, layout.STRETCH, self.documents, self.pdf, margins=(10, 8, 14, 8)
        )
        head = layout.Pane(layout.column(bar, layout.Line(), gap=0), "chrome")
        column = layout.column(
            Text("Compare two states", "display"), gap=10, margins=(28, 18, 20, 24)
        )
        column.addLayout(self._pickers)
        column.fill(self._none, self._words, self._mind)
        column.addLayout(self._parts)
        column.addStretch(1)
        self._page = layout.Pane(column)
        middle = layout.row(self._page, layout.STRETCH, gap=0)
        middle.setStretch(0, 20)
        self.area = Scroll(layout.Pane(middle), "page")
        self.setLayout(layout.column(head, self.area, gap=0, grow=self.area))
        self.rescale()

    def rescale(self) -> None:
        """Keep the reading width at another zoom."""
        self._page.setMaximumWidth(theme.px(_WIDTH))

    def show_states(self, states: tuple[tuple[str, str], ...], before: str, after: str) -> None:
        """Show which states there are, oldest first, and which two are chosen."""
        emptied(self._pickers)
        several = len(states) > 1
        self._none.setVisible(not several)
        for part in (self._words, self.pdf):
            part.setVisible(several)
        self._mind.hide()
        emptied(self._parts)
        self._before = self._after = None
        if several:
            self._before = self._picker("compare.before", "Before", states, before)
            self._after = self._picker("compare.after", "After", states, after)
        self._show_documents(after)

    def _picker(
        self, name: str, words: str, states: tuple[tuple[str, str], ...], current: str
    ) -> Segmented:
        picker = Segmented(name, states, current)
        picker.setAccessibleName(words)
        label = Text(words, "small.m", "text.2", wrap=False)
        label.setFixedWidth(theme.px(60))
        line = layout.Pane(layout.row(label, picker, layout.STRETCH))
        self._pickers.addWidget(line)
        picker.view_chosen.connect(self._chosen)
        line.show()
        return picker

    def ends(self) -> tuple[str, str]:
        """The two states chosen."""
        return tuple(  # type: ignore[return-value]  # two pickers
            next(id_ for id_, part in picker.parts.items() if part.isChecked()) if picker else DRAFT
            for picker in (self._before, self._after)
        )

    def focus(self) -> None:
        """Give the focus to the first picker, or to the way back."""
        target = self._before.parts[self.ends()[0]] if self._before else self.back
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen(self) -> None:
        self._show_documents(self.ends()[1])
        self.ends_chosen.emit(*self.ends())

    def _show_documents(self, after: str) -> None:
        self.documents.setVisible(after != DRAFT)
        if after != DRAFT:
            self.documents.show_words(f"Print revision {after}")

    def show_waiting(self) -> None:
        """Say that the two are being compared."""
        self._words.show_text("Comparing.")
        self._mind.hide()
        emptied(self._parts)

    def show_redline(self, view: RedlineView) -> None:
        """Show what changed between the two; a part without changes says so in a line."""
        self._words.show_text(view.words)
        self._mind.show_notice("", "\n".join(view.remarks))
        self._mind.setVisible(bool(view.remarks))
        emptied(self._parts)
        for title, changes in view.parts:
            lines: list[QWidget] = [_Change(each) for each in changes]
            lines = lines or [Text("The same.", "small", "text.2")]
            block = layout.Pane(layout.column(Text(title, "title"), *lines, gap=6))
            self._parts.addWidget(block)
            block.show()
        laid_out()

    def _pdf(self) -> None:
        self.pdf_wanted.emit(*self.ends())

    def _documents(self) -> None:
        self.documents_wanted.emit(int(self.ends()[1]))

    def words(self) -> str:
        """Everything that the page says, as text."""
        texts = [each.text() for each in self.findChildren(Text) if each.isVisibleTo(self)]
        marked = [each.accessibleName() for each in self.findChildren(Marked)]
        return "\n".join((*texts, *marked))
