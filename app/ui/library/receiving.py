"""A pane on which one file can be dropped: an assessment, or an edition of the law."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.ui.kit import layout

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QLayout

EDITION = ".edition"
_FILES = (".clearway", ".pdf", EDITION)


class Receiving(layout.Pane):
    """Announces the file that was dropped."""

    dropped = Signal(object)

    def __init__(self, box: QLayout, ground: str) -> None:
        super().__init__(box, ground)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that could be one of ours."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and Path(urls[0].toLocalFile()).suffix.lower() in _FILES:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce what was dropped."""
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))
