"""Tokens made into what Qt understands: palette, fonts, lengths.

The look (light or dark, zoom, motion) is the one thing that every paint event must know and none
can be handed, so it is held here, changed only by `apply`, and read by everybody. There is no
style sheet: one rule in one costs as much as a whole sheet.
"""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.data import data_root
from app.ui import tokens

LEAST_ZOOM, MOST_ZOOM = 1.0, 2.0
_FONT_ENDINGS = (".otf", ".ttf", ".woff2")
_ROLE = QPalette.ColorRole

# Which palette role paints which ink; a switch to dark then touches no label.
INKS: dict[str, QPalette.ColorRole] = {
    "text": _ROLE.WindowText,
    "text.2": _ROLE.BrightText,
    "text.3": _ROLE.PlaceholderText,
    "accent.text": _ROLE.Link,
    "accent.on": _ROLE.HighlightedText,
    "required.text": _ROLE.LinkVisited,
    "depends.text": _ROLE.Shadow,
    "open.text": _ROLE.Dark,
}
GROUNDS: dict[str, QPalette.ColorRole] = {
    "page": _ROLE.Window,
    "chrome": _ROLE.AlternateBase,
    "card": _ROLE.Button,
    "sunken": _ROLE.Midlight,
}
_OTHERS: dict[QPalette.ColorRole, str] = {
    _ROLE.Base: "field",
    _ROLE.Text: "text",
    _ROLE.ButtonText: "text",
    _ROLE.Highlight: "accent",
    _ROLE.Accent: "accent",
    _ROLE.ToolTipBase: "card",
    _ROLE.ToolTipText: "text",
    _ROLE.Mid: "line",
    _ROLE.Light: "card",
}


class Scheme(Enum):
    """What the person chose in the settings."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks at this moment."""

    dark: bool = False
    zoom: float = 1.0
    motion: bool = True


class _Present:
    """Holds the look; replaced by `apply` alone."""

    look = Look()


def look() -> Look:
    """The look at this moment."""
    return _Present.look


def wants_dark(scheme: Scheme) -> bool:
    """Whether a choice means dark; a system that says nothing means light."""
    if scheme is Scheme.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return scheme is Scheme.DARK


def hex_of(name: str) -> str:
    """A named colour under the present look, as #RRGGBB."""
    return tokens.COLOURS[name][_Present.look.dark]


def colour(name: str) -> QColor:
    """A named colour under the present look; shared, so never change it: copy it first."""
    return _colour(hex_of(name))


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def px(length: float) -> int:
    """A length of the design in whole pixels at the present zoom."""
    return round(length * _Present.look.zoom)


def font(role: str, *, tabular: bool = False, italic: bool = False) -> QFont:
    """The font of a type role at the present zoom; shared, so never change it: copy it first."""
    return _font(role, tabular, italic, _Present.look.zoom)


@cache
def _font(role: str, tabular: bool, italic: bool, zoom: float) -> QFont:  # noqa: FBT001 - cache key
    step = tokens.TYPE[role]
    made = QFont(step.family)
    made.setPixelSize(round(step.size * zoom))
    made.setWeight(QFont.Weight(step.weight))
    made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, step.spacing)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def load_fonts() -> tuple[str, ...]:
    """Load the bundled fonts; returns the families that are now there."""
    folder = data_root() / "resources" / "fonts" / "window"
    if not folder.is_dir():
        return ()
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(_FONT_ENDINGS)),
        key=lambda file: file.name,
    )
    loaded = [QFontDatabase.addApplicationFontFromData(file.read_bytes()) for file in files]
    names = {name for one in loaded for name in QFontDatabase.applicationFontFamilies(one)}
    return tuple(sorted(names))


def palette() -> QPalette:
    """The palette of the present look."""
    made = QPalette()
    for name, role in (INKS | GROUNDS).items():
        made.setColor(role, colour(name))
    for role, name in _OTHERS.items():
        made.setColor(role, colour(name))
    for role in (_ROLE.Text, _ROLE.ButtonText, _ROLE.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("text.3"))
    return made


def apply(app: QApplication, wanted: Look) -> None:
    """Give the whole program a look; everything that stands is redrawn, nothing is rebuilt."""
    rescaled = wanted.zoom != _Present.look.zoom
    _Present.look = wanted
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font("body"))
    app.setPalette(palette())
    for window in app.topLevelWidgets():
        _restyle(window, rescaled=rescaled)


def _restyle(window: QObject, *, rescaled: bool) -> None:
    for thing in (window, *window.findChildren(QObject)):
        if rescaled and hasattr(thing, "rescale"):
            thing.rescale()
        if hasattr(thing, "recolour"):
            thing.recolour()
