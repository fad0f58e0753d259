"""A file as evidence: chosen or dropped; shown by its name and its hash.

The control announces a path and reads nothing: what becomes of the file is decided elsewhere.
"""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui import theme, tokens
from app.ui.icons import paint_icon
from app.ui.kit import layout, painting
from app.ui.kit.button import Button, Kind
from app.ui.kit.choice import Unknown
from app.ui.kit.question_view import UNANSWERED, QuestionView
from app.ui.kit.text import Text


class FileField(QWidget):
    """Choose, drop or take away one file; emits its path."""

    answer_given = Signal(object)
    finished = Signal()  # never sent: a file is not typed

    def __init__(self, view: QuestionView) -> None:
        super().__init__()
        self._view, self._dropping = view, False
        self._name, self._detail = Text("", "medium"), Text("", "small", "text.2", tabular=True)
        self.choose = Button(
            view.name("question"), "Choose a file", icon="paperclip", tip="Choose a file"
        )
        self.remove = Button(
            view.name("remove_file"), "", Kind.QUIET, icon="x", tip="Take the file away"
        )
        self.unknown = Unknown(view.name("unknown"))
        words = layout.column(self._name, self._detail, gap=1)
        self._line = layout.row(words, self.remove, self.choose, margins=(38, 8, 10, 8))
        self._line.setStretch(0, 1)
        self._area = QWidget()
        self._area.setLayout(self._line)
        self.setLayout(layout.column(self._area, layout.row(self.unknown, layout.STRETCH)))
        self.setAcceptDrops(True)
        self.choose.clicked.connect(self.open_dialog)
        self.remove.clicked.connect(self._remove)
        self.unknown.clicked.connect(self._unknown_pressed)
        self.show_view(view)

    def focus_target(self) -> QWidget:
        """What takes the focus of the question."""
        return self.choose

    def show_view(self, view: QuestionView) -> None:
        """Show the file that was taken, or how to give one."""
        self._view = view
        shown = view.file
        given = isinstance(view.answer, str)
        name = shown.name if shown else Path(str(view.answer)).name if given else ""
        self._name.show_text(name or "Drop a file here")
        self._name.set_ink("text.3" if view.is_unknown or not name else "text")
        self._detail.show_text(shown.detail if shown else "")
        self._detail.setVisible(bool(shown and shown.detail))
        self.remove.setVisible(given)
        self.choose.show_words("Choose another" if given else "Choose a file")
        self.choose.setAccessibleName(f"{view.title}: {self.choose.words}")
        self.choose.setAccessibleDescription(name or view.help or "No file yet")
        self.unknown.tick(on=view.is_unknown)
        self.update()

    def take(self, path: str) -> None:
        """Announce a file that a person gave."""
        self.answer_given.emit(path)

    def open_dialog(self) -> None:
        """Open the system's dialog; the window stays alive behind it."""
        dialog = QFileDialog(self, "Choose a file")
        dialog.setObjectName("file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _remove(self) -> None:
        self.answer_given.emit(UNANSWERED)

    def _unknown_pressed(self) -> None:
        kept = self._view.answer if self._view.answer is not None else UNANSWERED
        self.answer_given.emit(None if self.unknown.isChecked() else kept)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file, nothing else."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            self._dropping = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show that nothing will be dropped."""
        self._dropping = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Announce the file that was dropped."""
        self._dropping = False
        self.update()
        event.acceptProposedAction()
        self.take(event.mimeData().urls()[0].toLocalFile())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the place to drop on; dashed while nothing lies there."""
        painter, rect = painting.start(self), QRectF(self._area.geometry())
        given = isinstance(self._view.answer, str)
        pen = QPen(theme.colour("accent" if self._dropping else "line.control"), 1)
        if not given and not self._dropping:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(theme.colour("accent.soft" if self._dropping else "field"))
        radius = theme.px(tokens.RADIUS_CONTROL)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        side = theme.px(16)
        spot = QRectF(theme.px(12), rect.center().y() - side / 2, side, side)
        paint_icon(painter, "file-check" if given else "upload", spot, "text.2")
