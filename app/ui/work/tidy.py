"""Taking widgets out of a layout: hidden at once, gone when Qt comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout


def emptied(column: QLayout) -> None:
    """Take everything out of a layout."""
    item = column.takeAt(0)
    while item is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.deleteLater()
        item = column.takeAt(0)


def laid_out() -> None:
    """Lay out all that changed now, before it is painted: else a frame shows it half done."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
