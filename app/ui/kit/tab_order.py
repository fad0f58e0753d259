"""A window in which Tab goes as one reads: in the order of the layouts.

Qt's own order is that in which controls were made, and a page here makes some of them late: the
question that an answer calls for, the link under it, the rows beside.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QMainWindow, QScrollArea, QWidget

from app.ui.kit import painting


def _laid(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(at) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield widget
        elif item is not None:
            yield from _laid(item.layout())


def _inside(widget: QWidget) -> list[QWidget]:
    """The parts of a widget: those in its layout first, then what lies over them."""
    laid = list(_laid(widget.layout()))
    seen = set(laid)
    others = [each for each in widget.children() if isinstance(each, QWidget)]
    return [*laid, *(each for each in others if not each.isWindow() and each not in seen)]


def read_through(widget: QWidget) -> Iterator[QWidget]:
    """Everything that can be seen and used inside a widget, as one reads; itself first."""
    if widget.isVisible() and widget.isEnabled():
        yield widget
        for part in _inside(widget):
            yield from read_through(part)


def _is_stop(widget: QWidget) -> bool:
    policy = Qt.FocusPolicy.TabFocus
    return widget.focusPolicy() & policy == policy and widget.focusProxy() is None


def after(window: QWidget, here: QWidget | None, *, forward: bool) -> QWidget | None:
    """Where Tab goes from here; round at the end."""
    stops = [each for each in read_through(window) if each is here or _is_stop(each)]
    if here not in stops:
        return stops[0 if forward else -1] if stops else None
    return stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]


class ReadingWindow(QMainWindow):
    """Moves the focus as one reads, and brings into sight what gets it."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Go to the next stop, or to the one before."""
        target = after(self, QApplication.focusWidget(), forward=forward)
        if target is None:
            return False
        reasons = Qt.FocusReason
        target.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        painting.by_keyboard(self)
        _reveal(target)
        return True


def _reveal(target: QWidget) -> None:
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()
