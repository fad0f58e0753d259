"""Taking widgets out of a layout: hidden at once, gone when Qt comes to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
