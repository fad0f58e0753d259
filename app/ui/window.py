"""The main window: the library or an assessment in front, the keys, the look.

The screens are loaded when they are first shown: the first frame does not wait for them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.ui import keys, theme
from app.ui.kit.tab_order import ReadingWindow
from app.ui.settings import WindowSettings, stepped_zoom
from app.ui.theme import Look, Scheme
from app.ui.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from app.operations.desk import Desk
    from app.operations.press import Press
    from app.ui.library.actions import ActionsScreen
    from app.ui.library.screen import LibraryScreen
    from app.ui.lists.screen import ListsScreen
    from app.ui.work.screen import AssessmentScreen

_LEAST = QSize(960, 640)
_USUAL = QSize(1280, 800)


class MainWindow(ReadingWindow):
    """Holds the screens; the desk comes when library and law are there."""

    other_wanted = Signal()
    painted = Signal()

    def __init__(self, press: Press | None = None, settings: WindowSettings | None = None) -> None:
        super().__init__()
        self.settings = settings or WindowSettings()
        self.setWindowTitle("Clearway")
        self.setMinimumSize(_LEAST)
        self.waiting = Waiting()
        self._press = press
        self._stack = QStackedWidget()
        self._stack.addWidget(self.waiting)
        self.setCentralWidget(self._stack)
        self.library: LibraryScreen | None = None
        self.screen_of_work: AssessmentScreen | None = None
        self.lists: ListsScreen | None = None
        self.actions_of_all: ActionsScreen | None = None
        self._before_lists: QWidget | None = None
        self._desk: Desk | None = None
        self.waiting.other_wanted.connect(self.other_wanted)
        self.waiting.painted.connect(self.painted)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._bind()
        if not self.restoreGeometry(self.settings.geometry):
            self.resize(_USUAL)

    def _bind(self) -> None:
        verbs: dict[str, Callable[[], object]] = {
            verb: partial(self._do, verb) for _, verb in keys.KEYS
        }
        keys.bind(self, verbs)

    # ---------------------------------------------------------------- screens
    def take(self, desk: Desk) -> None:
        """Turn to a library under a law."""
        self._desk = desk
        if self.library is None:
            from app.ui.library.screen import LibraryScreen  # noqa: PLC0415 - after the first frame

            self.library = LibraryScreen()
            self.library.opened.connect(self.open_assessment)
            self.library.scheme_chosen.connect(self._scheme_chosen)
            self.library.lists_wanted.connect(self.to_lists)
            self.library.nav.actions_wanted.connect(self.to_actions)
            self.library.desk_changed.connect(self._law_changed)
            self.library.nav.scheme.show_current(self.settings.scheme.value)
            self._stack.addWidget(self.library)
        self.library.take(desk)
        self._stack.setCurrentWidget(self.library)
        self.library.focus_list()

    def _law_changed(self, desk: Desk) -> None:
        """Another law is in use; what is open goes on under its own until it is opened again."""
        self._desk = desk
        if self.library is not None:
            self.library.take(desk)

    def show_trouble(self, title: str, words: str, *, choice: bool) -> None:
        """Say why there is nothing to show."""
        self.waiting.show_words(title, words, choice=choice)
        self._stack.setCurrentWidget(self.waiting)

    def open_assessment(self, id_: str) -> None:
        """Open one, in the screen that is kept for it."""
        from app.operations.troubles import TROUBLES  # noqa: PLC0415 - after the first frame

        assert self._desk is not None
        try:
            sitting = self._desk.open(id_)
        except TROUBLES as error:
            self.tell(str(error))
            return
        screen = self._work_screen()
        self._stack.setCurrentWidget(screen)
        screen.open(sitting)
        self.setWindowTitle(f"{sitting.head.name} - Clearway")

    def _work_screen(self) -> AssessmentScreen:
        if self.screen_of_work is None:
            from app.operations.press import Press  # noqa: PLC0415 - after the first frame
            from app.ui.work.screen import AssessmentScreen  # noqa: PLC0415 - the same

            self.screen_of_work = AssessmentScreen(self._press or Press())
            self.screen_of_work.library_wanted.connect(self.to_library)
            self.screen_of_work.lists_wanted.connect(self.to_lists)
            self._stack.addWidget(self.screen_of_work)
        return self.screen_of_work

    def to_library(self) -> None:
        """Back to the list, with its line brought up to date."""
        if self.library is None or self.screen_of_work is None or self._at_library():
            return
        self.screen_of_work.leave()
        self._stack.setCurrentWidget(self.library)
        work = self.screen_of_work.work
        self.library.refresh(choose=work.sitting.id if work else "")
        self.library.law.upkeep.later()
        self.library.focus_list()
        self.setWindowTitle("Clearway")

    def to_lists(self) -> None:
        """To the lists of restricted parties; Back leads to where one came from."""
        assert self._desk is not None
        if self.lists is None:
            from app.ui.lists.screen import ListsScreen  # noqa: PLC0415 - after the first frame

            self.lists = ListsScreen()
            self.lists.back_wanted.connect(self._from_lists)
            self._stack.addWidget(self.lists)
        if self._at_library() or self.screen_of_work is None:
            back = "Library"
        else:
            self.screen_of_work.leave()
            back = "Assessment"
        self._before_lists = self._stack.currentWidget()
        if not self.lists.importing.busy:
            self.lists.take(self._desk)
        self._stack.setCurrentWidget(self.lists)
        self.lists.show_back(back)

    def to_actions(self) -> None:
        """To the actions of all assessments."""
        assert self._desk is not None
        if self.actions_of_all is None:
            from app.ui.library.actions import ActionsScreen  # noqa: PLC0415 - as the lists

            self.actions_of_all = ActionsScreen()
            self.actions_of_all.back_wanted.connect(self._from_actions)
            self.actions_of_all.opened.connect(self._open_at_review)
            self._stack.addWidget(self.actions_of_all)
        self.actions_of_all.take(self._desk)
        self._stack.setCurrentWidget(self.actions_of_all)
        self.actions_of_all.search.edit.setFocus()

    def _from_actions(self) -> None:
        if self.library is not None:
            self._stack.setCurrentWidget(self.library)
            self.library.focus_list()

    def _open_at_review(self, id_: str) -> None:
        self.open_assessment(id_)
        if self.screen_of_work is not None and self._stack.currentWidget() is self.screen_of_work:
            self.screen_of_work.review()

    def _from_lists(self) -> None:
        if self._before_lists is self.screen_of_work and self.screen_of_work is not None:
            self._stack.setCurrentWidget(self.screen_of_work)
            self.screen_of_work.lists_changed()
        elif self.library is not None:
            self._stack.setCurrentWidget(self.library)
            self.library.refresh(choose=self.library.current())
            self.library.focus_list()

    def _at_library(self) -> bool:
        return self._stack.currentWidget() is self.library

    def _at_actions(self) -> bool:
        return self.actions_of_all is not None and self._is_front(self.actions_of_all)

    def _is_front(self, screen: QWidget) -> bool:
        return self._stack.currentWidget() is screen

    def tell(self, words: str) -> None:
        """Say something in one line at the foot of what is in front."""
        if self._at_library() and self.library is not None:
            self.library.toast.tell(words, undo=False)
        elif self._at_actions() and self.actions_of_all is not None:
            self.actions_of_all.toast.tell(words, undo=False)
        elif self.screen_of_work is not None:
            self.screen_of_work.tell(words)

    # ---------------------------------------------------------------- keys
    def _do(self, verb: str) -> None:
        common: dict[str, Callable[[], object]] = {
            "larger": partial(self._zoomed, 1),
            "smaller": partial(self._zoomed, -1),
            "usual_size": partial(self._zoomed, 0),
            "library": self.to_library,
        }
        verbs = common | self._verbs()
        if verb in verbs and self._stack.currentWidget() is not self.waiting:
            verbs[verb]()

    def _verbs(self) -> dict[str, Callable[[], object]]:
        if self.lists is not None and self._stack.currentWidget() is self.lists:
            return {"import": self.lists.ask, "escape": self._from_lists}
        if self.actions_of_all is not None and self._at_actions():
            find = self.actions_of_all.search.edit.setFocus
            return {"escape": self._from_actions, "find": find, "search": find}
        return self._library_verbs() if self._at_library() else self._work_verbs()

    def _library_verbs(self) -> dict[str, Callable[[], object]]:
        library = self.library
        if library is None:
            return {}
        in_list = {verb: partial(library.do, verb) for verb in ("duplicate", "rename", "delete")}
        return {
            **in_list,
            "new": library.new,
            "import": library.bring,
            "search": library.listing.search.edit.setFocus,
            "find": library.listing.search.edit.setFocus,
            "undo": library.restore_last,
            "escape": library.toast.hide,
        }

    def _work_verbs(self) -> dict[str, Callable[[], object]]:
        screen = self.screen_of_work
        if screen is None or screen.work is None:
            return {}
        return {
            "find": screen.open_finder,
            "undo": screen.undo,
            "redo": screen.redo,
            "law": screen.law,
            "hint": screen.hint,
            "review": screen.review,
            "generate": screen.generate,
            "save": screen.save_revision,
            "next_section": partial(screen.step, 1),
            "next_open": screen.next_open,
            "back": screen.back,
            "forward": screen.forward,
            "section_before": partial(screen.step, -1),
            "section_after": partial(screen.step, 1),
            "part_after": partial(screen.next_part, 1),
            "part_before": partial(screen.next_part, -1),
            "escape": screen.escape,
        }

    # ---------------------------------------------------------------- the look
    def apply_look(self) -> None:
        """Give the program the look that is set."""
        settings, app = self.settings, QApplication.instance()
        if isinstance(app, QApplication):
            dark = theme.wants_dark(settings.scheme)
            theme.apply(app, Look(dark, settings.zoom, settings.motion))

    def _scheme_chosen(self, scheme: str) -> None:
        self.settings.scheme = Scheme(scheme)
        self.apply_look()

    def _system_changed(self) -> None:
        if self.settings.scheme is Scheme.SYSTEM:
            self.apply_look()

    def _zoomed(self, way: int) -> None:
        self.settings.zoom = stepped_zoom(self.settings.zoom, way)
        self.apply_look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give what is typed, remember the place, end what runs beside."""
        self.settings.geometry = self.saveGeometry()
        if self.lists is not None:
            self.lists.importing.wait()
        if self.screen_of_work is not None:
            self.screen_of_work.close_down()
        if self.library is not None:
            self.library.law.close()
        super().closeEvent(event)
