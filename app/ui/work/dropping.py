"""A PDF that is dropped onto a widget: taken where it is one file of this machine, else refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget


class Dropping(QObject):
    """Watches a widget for drops and hands on the path."""

    def __init__(self, over: QWidget, taken: Callable[[str], object]) -> None:
        super().__init__(over)
        self._taken = taken
        over.setAcceptDrops(True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let a single PDF in, and take it when it is let go."""
        if isinstance(event, QDropEvent) and event.type() in {
            QEvent.Type.DragEnter,
            QEvent.Type.Drop,
        }:
            path = dropped_pdf(event.mimeData())
            if path:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent):
                    self._taken(path)
            return bool(path)
        return False


def dropped_pdf(data: QMimeData) -> str:
    """The one PDF among what is dropped; empty where there is none, or anything beside it."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    one = paths[0] if len(paths) == len(data.urls()) == 1 else ""
    return one if one.lower().endswith(".pdf") else ""
