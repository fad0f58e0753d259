"""The documents: made in the background with honest progress, looked at, kept; and the revision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.operations.press import DONE, FAILED, LAYING_OUT, STOPPED, UNDER_WAY, WAITING, WRITING
from app.operations.printing import KINDS, MAIN
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.notice import Card, Notice
from app.ui.kit.progress import Progress
from app.ui.kit.scroll import Scroll
from app.ui.kit.text import Text
from app.ui.views.words import count_words
from app.ui.work.choosing import Choosing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.operations.press import Stage

TITLES = tuple((kind.id, kind.title) for kind in KINDS)
_WORDS = {
    WAITING: "Getting ready",
    LAYING_OUT: "Laying out pages",
    WRITING: "Writing the file",
    STOPPED: "Stopped. Nothing was written.",
}


class DocumentCard(Card):
    """One document: how far it is, and what can be done with it."""

    preview_wanted = Signal(str)
    folder_wanted = Signal(str)

    def __init__(self, kind: str, title: str) -> None:
        super().__init__("card")
        self._kind, self.made = kind, False
        self._title = Text(title, "medium")
        self._pages = Text("", "small", "text.2", wrap=False, tabular=True)
        self._words = Text("None made yet.", "small", "text.2")
        self._progress = Progress()
        self.preview = Button(f"preview.{kind}", "Preview", Kind.LINK, icon="eye")
        self.folder = Button(f"folder.{kind}", "Show in folder", Kind.LINK, icon="folder-open")
        self.preview.setAccessibleDescription(title)
        self.folder.setAccessibleDescription(title)
        head = layout.row(self._title, self._pages, grow=self._title)
        links = layout.row(self.preview, self.folder, layout.STRETCH, gap=6)
        parts = (head, self._progress, self._words, links)
        self.setLayout(layout.column(*parts, gap=6, margins=(14, 10, 12, 8)))
        self.preview.clicked.connect(self._preview)
        self.folder.clicked.connect(self._folder)
        for part in (self._progress, self.preview, self.folder):
            part.hide()

    def show_stage(self, stage: Stage | None) -> None:
        """Show how far it is."""
        state = stage.state if stage else ""
        done, self.made = state == DONE, bool(state)
        self._progress.setVisible(state in UNDER_WAY)
        self._progress.show_progress(0, 0)
        pages = stage.pages if stage else 0
        self._pages.show_text(count_words(pages, "page", "pages") if pages else "")
        self._words.show_text(_words(stage))
        self._words.set_ink("required.text" if state == FAILED else "text.2")
        self.preview.setVisible(done)
        self.folder.setVisible(done)

    def _preview(self) -> None:
        self.preview_wanted.emit(self._kind)

    def _folder(self) -> None:
        self.folder_wanted.emit(self._kind)


def _words(stage: Stage | None) -> str:
    if stage is None:
        return "None made yet."
    if stage.state == DONE and stage.made is not None:
        return f"Done in {stage.made.seconds:.1f} seconds. {stage.made.broken}".strip()
    if stage.state == FAILED:
        return f"It could not be made: {stage.trouble}"
    return _WORDS[stage.state]


class DocumentsPanel(QWidget):
    """The right column on the review page; announces what a person wants made final or made."""

    stop_wanted = Signal()
    preview_wanted = Signal(str)
    folder_wanted = Signal(str)
    revision_wanted = Signal()
    house_wanted = Signal()
    compare_wanted = Signal()
    comments_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Documents")
        self._intro = Text("", "body", "text.2")
        self.choosing = Choosing()
        self.house = Button("settings", "Firm, logo, legend, paper", Kind.LINK, icon="settings")
        self.house.clicked.connect(self.house_wanted)
        self._cards = layout.column(gap=8)
        self.cards: dict[str, DocumentCard] = {}
        self._show_cards(MAIN)
        self.choosing.chosen_changed.connect(self._chosen)
        self.stop = Button("stop", "Stop")
        self.stop.clicked.connect(self.stop_wanted)
        self.stop.hide()
        self._carries = Text("", "small", "text.2")
        self.compare = Button("compare", "Compare two states", Kind.LINK, icon="git-compare")
        self.comments = Button("comments", "Comments of counsel", Kind.LINK, icon="quote")
        self.compare.clicked.connect(self.compare_wanted)
        self.comments.clicked.connect(self.comments_wanted)
        self._make_revision()
        self._lay_out()

    def _make_revision(self) -> None:
        self._final = Text("", "small", "text.2")
        self.save = Button("save", "", icon="badge-check", tip="Makes the present state final")
        self._sure = Notice("accent", "badge-check")
        self.save_yes = Button("save.yes", "", Kind.LINK, icon="check")
        self.save_no = Button("save.no", "Not yet", Kind.LINK)
        self._sure.add(self.save_yes)
        self._sure.add(self.save_no)
        self._sure.hide()
        self.save.clicked.connect(self.ask)
        self.save_yes.clicked.connect(self._saved)
        self.save_no.clicked.connect(self.put_off)

    def _lay_out(self) -> None:
        stop = layout.row(self.stop, layout.STRETCH)
        column = layout.column(Text("Documents", "title"), gap=8, margins=(18, 16, 16, 20))
        column.fill(self._intro, self.choosing, self._cards, stop)
        column.fill(layout.row(self.house, layout.STRETCH))
        goes = Text("Goes with them", "label", "text.3")
        ends = Text("When nothing will change any more", "label", "text.3")
        save = layout.row(self.save, layout.STRETCH)
        column.fill(layout.Line(), goes, self._carries, layout.Line(), ends, self._final, save)
        ways = layout.column(self.compare, self.comments, gap=0)
        column.fill(self._sure, layout.Line(), Text("With counsel", "label", "text.3"), ways)
        column.addStretch(1)
        self.setLayout(layout.column(Scroll(layout.Pane(column), "chrome"), gap=0))

    def show_state(self, intro: str, carries: str, stages: dict[str, Stage]) -> None:
        """Show how far the documents are."""
        self._intro.show_text(intro)
        self._carries.show_text(carries)
        self._show_cards((*self.choosing.chosen(), *stages))
        for kind, card in self.cards.items():
            card.show_stage(stages.get(kind))
            card.setVisible(kind in stages or kind in self.choosing.chosen())
        self.stop.setVisible(any(stage.state in UNDER_WAY for stage in stages.values()))

    def _show_cards(self, kinds: Iterable[str]) -> None:
        """A card for each of these kinds, made when it is first needed."""
        titles = dict(TITLES)
        for kind in kinds:
            if kind not in self.cards:
                card = self.cards[kind] = DocumentCard(kind, titles[kind])
                card.preview_wanted.connect(self.preview_wanted)
                card.folder_wanted.connect(self.folder_wanted)
                self._cards.addWidget(card)

    def _chosen(self) -> None:
        """Show the cards of what is chosen; one that was made stays."""
        chosen = self.choosing.chosen()
        self._show_cards(chosen)
        for kind, card in self.cards.items():
            card.setVisible(kind in chosen or card.made)

    def show_revision(self, number: int, *, enabled: bool) -> None:
        """Show which revision would come."""
        later = f"Later changes become revision {number + 1}."
        self._final.show_text(f"A revision is final. {later}")
        self.save.show_words(f"Save as revision {number}")
        self.save.setEnabled(enabled)
        self._sure.show_notice(f"Revision {number} will be final.", later)
        self.save_yes.show_words(f"Save as revision {number}")

    def ask(self) -> None:
        """Ask once."""
        if self.save.isEnabled():
            self._sure.show()
            self.save_yes.setFocus()

    def put_off(self) -> None:
        """Not yet."""
        self._sure.hide()
        self.save.setFocus()

    def _saved(self) -> None:
        self._sure.hide()
        self.revision_wanted.emit()
