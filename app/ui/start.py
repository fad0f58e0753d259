"""Opens the window: drawn first, then the library is opened and the law read in a thread.

An error nobody foresaw is told in one calm line; what was answered is on disk already.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from app.ui import theme
from app.ui.kit.jobs import Jobs
from app.ui.window import MainWindow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from types import TracebackType

    from app.questionnaire.definition import Questionnaire
    from app.store.library import Library

_UNFORESEEN = "Something went wrong that nobody foresaw. Your answers are kept."
_SWITCH_SECONDS = 0.002


def _law() -> Questionnaire:
    """Read the law; in a thread, and so is the loading of all that reads it."""
    from app.operations.law import read_law  # noqa: PLC0415 - after the first frame

    return read_law()


class Opening(QObject):
    """Brings library and law together; the desk stands when both are there."""

    def __init__(
        self,
        window: MainWindow,
        path: Path,
        clock: Callable[[], dt.datetime],
        who: tuple[str, str],
    ) -> None:
        super().__init__(window)
        self._window, self._path, self._clock = window, path, clock
        self._who, self._program = who
        self.assessment = ""
        self.library: Library | None = None
        self._law: Questionnaire | None = None
        self._jobs = Jobs(self, "law")
        self._jobs.done.connect(self._law_read)
        self._jobs.failed.connect(self._law_failed)
        window.painted.connect(self.begin)
        window.other_wanted.connect(self._ask_other)

    def begin(self) -> None:
        """Read the law beside, open the library here."""
        if self._law is None:
            self._jobs.run("law", _law)
        self._open_library()

    def _open_library(self) -> None:
        from app.operations.law import library_at  # noqa: PLC0415 - after the first frame
        from app.operations.troubles import TROUBLES  # noqa: PLC0415 - the same

        try:
            self.library = library_at(self._path, self._clock())
        except TROUBLES as error:
            title = "The library could not be opened"
            self._window.show_trouble(title, f"{error}", choice=True)
            return
        self._join()

    def _law_read(self, _key: object, law: Questionnaire) -> None:
        self._law = law
        self._join()

    def _law_failed(self, _key: object, error: Exception) -> None:
        problems = getattr(error, "problems", (error,))
        words = "\n".join(str(problem) for problem in tuple(problems)[:8])
        self._window.show_trouble("The rules could not be read", words, choice=False)

    def _join(self) -> None:
        if self.library is None or self._law is None:
            return
        from app.operations.desk import Desk  # noqa: PLC0415 - after the first frame
        from app.operations.editions import begin_use, law_in_use  # noqa: PLC0415 - the same

        chosen = law_in_use(self.library, self._law)
        law, now = chosen.questionnaire, self._clock()
        begin_use(self.library, law, now, self._who)
        desk = Desk(self.library, law, self._clock, self._who, self._program, self._law)
        self._window.take(desk)
        if chosen.remark:
            self._window.tell(chosen.remark)
        if self.assessment:
            self._window.open_assessment(self.assessment)

    def _ask_other(self) -> None:
        dialog = QFileDialog(
            self._window, "Choose another library", "", "Clearway library (*.sqlite)"
        )
        dialog.setObjectName("library_dialog")
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.fileSelected.connect(self._other_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _other_chosen(self, path: str) -> None:
        self._path = Path(path)
        self._window.waiting.show_words("Opening the library…", path)
        self._open_library()

    def close(self) -> None:
        """Close the library."""
        self._jobs.wait()
        if self.library is not None:
            self.library.close()


def calm_hook(window: MainWindow) -> Callable[..., None]:
    """What happens with an error that nobody caught: a line for the person, all for the log."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback  # noqa: PLC0415 - costs 50 ms, and is hardly ever wanted

        sys.stderr.write("".join(traceback.format_exception(kind, error, trace)))
        window.tell(_UNFORESEEN)

    return tell


def start(
    library: Path, assessment: str, clock: Callable[[], dt.datetime], who: str, program: str
) -> int:
    """Open the window on a library, and on one of its assessments if one is named."""
    sys.setswitchinterval(_SWITCH_SECONDS)  # what is sought beside must not hold up a click
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Clearway")
    app.setApplicationVersion(program)
    theme.load_fonts()
    window = MainWindow()
    window.apply_look()
    opening = Opening(window, library, clock, (who, program))
    opening.assessment = assessment
    before, sys.excepthook = sys.excepthook, calm_hook(window)
    window.show()
    try:
        return app.exec()
    finally:
        sys.excepthook = before
        opening.close()
