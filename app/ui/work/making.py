"""Makes documents and revisions of the open assessment, and tells the panel how far they are."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from app.assessment.law import read_on
from app.assessment.printing import printed_day
from app.operations.house import house_of, keep_house, templates_of
from app.operations.press import DONE, Press, Stage
from app.operations.troubles import TROUBLES
from app.report.logo import LogoRefusedError
from app.ui.kit.sheet import Sheet
from app.ui.work.documents import TITLES
from app.ui.work.house_sheet import HouseForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.report.house import House
    from app.ui.views.review import Review
    from app.ui.work.documents import DocumentsPanel
    from app.ui.work.work import Work

_LOOK_MS = 60


class Making(QObject):
    """One per window; the work it is about changes with the assessment that is open."""

    told = Signal(str)  # something a person should read
    stages_changed = Signal()
    preview_wanted = Signal(str)

    def __init__(self, panel: DocumentsPanel, press: Press) -> None:
        super().__init__(panel)
        self._panel, self.press = panel, press
        self._work: Work | None = None
        self._intro = ""
        self.stages: dict[str, Stage] = {}
        self._waiting: list[str] = []
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._looked)
        panel.stop_wanted.connect(self.stop)
        panel.preview_wanted.connect(self.preview_wanted)
        panel.folder_wanted.connect(self.show_in_folder)
        panel.revision_wanted.connect(self._save_revision)
        panel.house_wanted.connect(self.open_house)
        self._house: HouseForm | None = None
        self._sheet: Sheet | None = None

    @property
    def busy(self) -> bool:
        """Whether a document is being made."""
        return self.press.busy or bool(self._waiting)

    def take(self, work: Work) -> None:
        """Turn to another assessment; its documents are not made yet."""
        self.stop()
        self._work, self.stages = work, {}

    def show(self, review: Review) -> None:
        """Show the panel as it stands with what is open now."""
        self._intro = review.words
        self.press.warm()
        self._refresh()

    def folder(self) -> Path:
        """Where documents go: beside the person's other documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place)) / "Clearway"

    def generate(self) -> None:
        """Make what is chosen; each begins in a turn of its own, so that the window stays alive."""
        if self._work is None or self.busy:
            return
        self._work.settle_now()
        self.stages = {}
        self._waiting = list(self._panel.choosing.chosen())
        self._look.start()
        self._refresh()

    def _looked(self) -> None:
        if self._waiting and self._work is not None:
            kind = self._waiting.pop(0)
            self.stages[kind] = self.press.start(self._work.sitting, kind, self.folder())
            self._refresh()
            return
        news = self.press.poll()
        for stage in news:
            self.stages[stage.kind] = stage
        if not self.busy:
            self._look.stop()
        if news:
            self._refresh()

    def stop(self) -> None:
        """Stop what is under way; a finished document stays."""
        self._waiting = []
        self.stages |= {stage.kind: stage for stage in self.press.stop()}
        if self._work is not None:
            self._refresh()

    def _refresh(self) -> None:
        assert self._work is not None
        self._panel.show_state(self._intro, self._carries(), self.stages)
        number = self._work.head.revisions + 1
        self._panel.show_revision(number, enabled=self._work.enabled)
        self.stages_changed.emit()

    def _carries(self) -> str:
        assert self._work is not None
        today, q = self._work.today, self._work.assessment.questionnaire
        return (
            "This assessment, inside each PDF. Opening the PDF brings it back.\n"
            f"Rules for {printed_day(today)}, as read on {printed_day(read_on(q))}."
        )

    def _save_revision(self) -> None:
        assert self._work is not None
        try:
            number = self._work.save_revision()
        except TROUBLES as error:
            self.told.emit(f"Not saved: {error}")
            return
        self.told.emit(f"Revision {number} is final. Go on, and it becomes the next draft.")
        self._refresh()

    # ---------------------------------------------------------------- a firm's own
    def open_house(self) -> None:
        """Show what the firm has set for all its documents."""
        assert self._work is not None
        library = self._work.sitting.library
        if self._house is None or self._sheet is None:
            self._house = HouseForm()
            self._house.kept.connect(self._keep_house)
            over = self._panel.window()
            self._sheet = Sheet(over, "settings_sheet", "Your documents", self._house)
        self._house.show_house(house_of(library), templates_of(library.path))
        self._house.save.setEnabled(self._work.enabled)
        self._sheet.open_sheet()

    def _keep_house(self, house: House) -> None:
        assert self._work is not None
        try:
            keep_house(self._work.sitting.library, house)
        except (*TROUBLES, LogoRefusedError) as error:
            self.told.emit(f"Not kept: {error}")
            return
        self.told.emit("Kept. The next documents bear it.")
        if self._sheet is not None:
            self._sheet.close_sheet()

    # ---------------------------------------------------------------- finished documents
    def made(self) -> tuple[tuple[str, str], ...]:
        """The documents that can be looked at."""
        return tuple((kind, title) for kind, title in TITLES if self.path(kind) is not None)

    def path(self, kind: str) -> Path | None:
        """Where a finished document lies."""
        stage = self.stages.get(kind)
        return stage.made.path if stage and stage.state == DONE and stage.made else None

    def show_in_folder(self, kind: str) -> None:
        """Open the folder that a document lies in."""
        path = self.path(kind)
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def save_copy(self, kind: str, over: QWidget) -> None:
        """Ask where a copy should go; the window stays alive behind the question."""
        path = self.path(kind)
        if path is None:
            return
        dialog = QFileDialog(over, "Save a copy", path.name, "PDF (*.pdf)")
        dialog.setObjectName("copy_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setProperty("kind", kind)
        dialog.fileSelected.connect(self._copy_to)
        dialog.open()

    def _copy_to(self, target: str) -> None:
        path = self.path(str(self.sender().property("kind")))
        if path is None:
            return
        try:
            shutil.copyfile(path, target)
        except OSError as error:
            self.told.emit(f"Not copied: {error.strerror}. Choose another folder.")
        else:
            self.told.emit(f"Copied to {target}")

    def close(self) -> None:
        """End the processes."""
        self._look.stop()
        self.press.close()
