"""What the library asks in a window of its own: a name, a file. The window stays alive behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from app.operations.printing import file_name

if TYPE_CHECKING:
    from pathlib import Path

_OURS = "Clearway assessment (*.clearway)"
_BOTH = "Assessments (*.clearway *.pdf)"
_EDITION = "Edition of the law (*.edition)"
_LIBRARY = "Clearway library (*.sqlite)"


class Asking(QObject):
    """Announces the answers."""

    named = Signal(str, str)
    file_chosen = Signal(str, str, str)  # what for, which assessment, path

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._about: tuple[str, str] = ("", "")

    def name(self, id_: str, name: str) -> None:
        """Ask for another name."""
        self._about = ("rename", id_)
        dialog = QInputDialog(self._over)
        dialog.setObjectName("rename_dialog")
        dialog.setWindowTitle("Rename")
        dialog.setLabelText("Name of the assessment")
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(self._named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _named(self, name: str) -> None:
        if name.strip():
            self.named.emit(self._about[1], name.strip())

    def file(self, what: str, id_: str = "", name: str = "") -> None:
        """Ask for a file to import, or for one to write."""
        self._about = (what, id_)
        titles = {"import": "Import", "export": "Export", "backup": "Back up", "edition": "Import"}
        filters = {"import": _BOTH, "export": _OURS, "backup": _LIBRARY, "edition": _EDITION}
        dialog = QFileDialog(self._over, titles[what], "", filters[what])
        dialog.setObjectName(f"{what}_dialog")
        if what in {"import", "edition"}:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        else:
            ending = "clearway" if what == "export" else "sqlite"
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(ending)
            dialog.selectFile(f"{file_name(name or 'Clearway backup')}.{ending}")
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.file_chosen.emit(*self._about, path)

    @staticmethod
    def show_folder(path: Path) -> None:
        """Open the folder that a file lies in."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
