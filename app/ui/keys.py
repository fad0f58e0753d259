"""Every key of the window in one table: what it does in the library, and in an assessment.

Single letters are never shortcuts: somebody may be typing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

KEYS: Final[tuple[tuple[str, str], ...]] = (
    ("Ctrl+N", "new"),
    ("Ctrl+O", "import"),
    ("Ctrl+D", "duplicate"),
    ("F2", "rename"),
    ("Delete", "delete"),
    ("Ctrl+F", "search"),
    ("Ctrl+K", "find"),
    ("Ctrl+Z", "undo"),
    ("Ctrl+Shift+Z", "redo"),
    ("Ctrl+L", "law"),
    ("F1", "hint"),
    ("Ctrl+R", "review"),
    ("Ctrl+G", "generate"),
    ("Ctrl+S", "save"),
    ("Ctrl+Return", "next_section"),
    ("Ctrl+Shift+Return", "next_open"),
    ("Alt+Left", "back"),
    ("Alt+Right", "forward"),
    ("Alt+Up", "section_before"),
    ("Alt+Down", "section_after"),
    ("Alt+Home", "library"),
    ("F6", "part_after"),
    ("Shift+F6", "part_before"),
    ("Ctrl++", "larger"),
    ("Ctrl+=", "larger"),
    ("Ctrl+-", "smaller"),
    ("Ctrl+0", "usual_size"),
    ("Escape", "escape"),
)


def bind(window: QWidget, verbs: Mapping[str, Callable[[], object]]) -> None:
    """Make the keys work in a window, for the verbs that there are."""
    for key, verb in KEYS:
        if verb in verbs:
            QShortcut(QKeySequence(key), window).activated.connect(verbs[verb])
