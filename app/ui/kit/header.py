"""The header: back, name, how it is saved, undo, redo, find, and the one primary button."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui import theme
from app.ui.icons import icon
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.text import Text

_NARROW = 900
_HEIGHT = 50


@dataclass(frozen=True, slots=True)
class HeaderView:
    """What the header says; the primary button has the name by which it is announced."""

    title: str
    draft: str = ""  # "Draft after revision 2"
    saved: str = ""  # "Saved 11:42"
    saved_badly: bool = False  # then `saved` says what went wrong
    undo: str = ""  # "Undo: Die area, 814 mm²"; empty: nothing to undo
    redo: str = ""
    primary: str = "review"
    primary_words: str = "Review"
    primary_icon: str = "list-checks"
    primary_enabled: bool = True


class Header(QWidget):
    """Announces the name of whatever was pressed: back_to_library, undo, redo, find, review, ..."""

    pressed = Signal(str)

    def __init__(self, view: HeaderView) -> None:
        super().__init__()
        self._view = view
        self.setAutoFillBackground(True)
        self.setBackgroundRole(theme.GROUNDS["chrome"])
        self._make_parts(view)
        bar = layout.row(
            *(self.back, layout.Line(upright=True), self._title, self._draft, layout.STRETCH),
            *(self._saved_icon, self._saved, self.undo, self.redo, self.finder, self.primary),
            gap=7,
            margins=(10, 8, 14, 8),
        )
        self.setLayout(layout.column(bar, layout.Line(), gap=0))
        for button in (self.back, self.undo, self.redo, self.finder, self.primary):
            button.clicked.connect(self._pressed)
        self.rescale()
        self.show_view(view)

    def _make_parts(self, view: HeaderView) -> None:
        quiet = Kind.QUIET
        back_tip = "Back to the library  Alt+Home"
        self.back = Button("back_to_library", "Library", quiet, icon="chevron-left", tip=back_tip)
        self._title = Text("", "medium", wrap=False)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._draft = Text("", "small", "text.3", wrap=False)
        self._saved = Text("", "small", "text.2", wrap=False, tabular=True)
        self._saved_icon = QLabel()
        self.undo = Button("undo", "", quiet, icon="undo-2", tip="Undo  Ctrl+Z")
        self.redo = Button("redo", "", quiet, icon="redo-2", tip="Redo  Ctrl+Shift+Z")
        find_tip = "Find a question, party, rule  Ctrl+K"
        self.finder = Button("find", "", quiet, icon="search", tip=find_tip)
        self.primary = Button(
            view.primary, view.primary_words, Kind.PRIMARY, icon=view.primary_icon
        )

    def show_view(self, view: HeaderView) -> None:
        """Show another state."""
        self._view = view
        self._title.show_text(view.title)
        self._draft.show_text(view.draft)
        self._saved.show_text(view.saved)
        self._saved.set_ink("required.text" if view.saved_badly else "text.2")
        self._show_step(self.undo, view.undo, "Undo  Ctrl+Z")
        self._show_step(self.redo, view.redo, "Redo  Ctrl+Shift+Z")
        self.primary.setObjectName(view.primary)
        self.primary.show_words(view.primary_words, view.primary_icon)
        self.primary.setEnabled(view.primary_enabled)
        self.recolour()

    @staticmethod
    def _show_step(button: Button, words: str, usual: str) -> None:
        button.setEnabled(bool(words))
        button.setToolTip(words or usual)
        button.setAccessibleName(words or usual.partition("  ")[0])

    def recolour(self) -> None:
        """Draw the icon before the words about saving anew."""
        bad = self._view.saved_badly
        name, ink = ("triangle-alert", "required.text") if bad else ("check", "done.text")
        self._saved_icon.setPixmap(icon(name, ink, 14).pixmap(theme.px(14), theme.px(14)))
        self._saved_icon.setVisible(bool(self._view.saved))
        self._saved_icon.setAccessibleName("Not saved" if bad else "Saved")

    def rescale(self) -> None:
        """Take the height of the present zoom."""
        self.setFixedHeight(theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the words about the draft where there is no room for them."""
        super().resizeEvent(event)
        self._draft.setVisible(event.size().width() >= theme.px(_NARROW))

    def _pressed(self) -> None:
        self.pressed.emit(self.sender().objectName())
