"""Every colour, size and duration of the window, once, as plain values.

A colour is named for what it is for, never for how it looks: light and dark are two columns of
one table, and no screen can name a hue.
"""

from dataclasses import dataclass

# each name with its colour in light and in dark
COLOURS: dict[str, tuple[str, str]] = {
    # layers, from furthest to nearest
    "chrome": ("#F3F1ED", "#161719"),  # rail, header, side panel
    "chrome.hover": ("#E9E6E0", "#212327"),
    "chrome.chosen": ("#E1DDD5", "#2B2E33"),
    "page": ("#FDFCFA", "#1C1E21"),  # what one reads and fills in
    "card": ("#FFFFFF", "#24262A"),
    "sunken": ("#F5F3EF", "#191A1D"),  # table head, computed block
    "field": ("#FFFFFF", "#17181B"),
    # lines
    "line": ("#E5E1DA", "#303339"),  # separates; carries no meaning
    "line.control": ("#8E897E", "#777C86"),  # edge of a thing one can operate
    "scroll": ("#CFCAC1", "#45494F"),
    # words
    "text": ("#1E1D1A", "#ECEAE6"),
    "text.2": ("#504D47", "#BDBAB4"),
    "text.3": ("#645F56", "#9D9A94"),
    # the one accent: what one can do, where one is
    "accent": ("#2C4FBF", "#93A8FF"),
    "accent.hover": ("#2341A3", "#A9BAFF"),
    "accent.on": ("#FFFFFF", "#0F1736"),
    "accent.text": ("#2747AE", "#A6B7FF"),
    "accent.soft": ("#E8EDFB", "#272F4C"),
    # outcomes: words, soft ground, solid mark
    "required.text": ("#9C2A14", "#FF9F88"),
    "required.soft": ("#FBE8E2", "#40241D"),
    "required.mark": ("#C03A1E", "#F0785C"),
    "depends.text": ("#755000", "#EFC266"),
    "depends.soft": ("#FAF0D5", "#392E16"),
    "depends.mark": ("#A87400", "#D9A441"),
    "lists.text": ("#1E1D1A", "#ECEAE6"),  # nothing required by the lists: ink, never green
    "lists.soft": ("#ECE9E3", "#303237"),
    "lists.mark": ("#6B665C", "#A5A29B"),
    "open.text": ("#4A5162", "#B7BECC"),
    "open.soft": ("#ECEEF2", "#2C3037"),
    "open.mark": ("#6A7183", "#8C94A5"),
    # "saved" and the like; nothing legal is ever green
    "done.text": ("#17633C", "#80D7A4"),
    "done.soft": ("#E0F2E7", "#1A3326"),
    "done.mark": ("#23804E", "#55B981"),
}

FONT = "Inter"
FONT_TITLE = "Inter Display"
FONT_LAW = "Source Serif 4"  # only the words of the law are set in it


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One step of the type scale, in pixels at 100 %."""

    size: int
    weight: int
    spacing: float = 100
    family: str = FONT


TYPE: dict[str, TypeRole] = {
    "display": TypeRole(24, 600, 98.6, FONT_TITLE),
    "title": TypeRole(18, 600, 99.0, FONT_TITLE),
    "figure": TypeRole(26, 600, 98, FONT_TITLE),
    "heading": TypeRole(14, 600, 99.6),
    "body": TypeRole(13, 400),
    "strong": TypeRole(13, 600),
    "medium": TypeRole(13, 500),
    "small": TypeRole(12, 400),
    "small.m": TypeRole(12, 500),
    "label": TypeRole(11, 600, 101.5),
    "law": TypeRole(14, 400, family=FONT_LAW),
}

RADIUS_CONTROL = 7
RADIUS_ROW = 8
RADIUS_CARD = 10
HIT = 28  # the least height of anything one can press
CONTROL = 32  # buttons and fields
READING = 700  # the widest a page of questions grows

HOVER_MS = 90
OPEN_MS = 160
SCROLL_MS = 180
FADE_MS = 120
FLASH_MS = 900
TYPING_MS = 400  # how long after the last key a typed answer counts as given
TOAST_MS = 10_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one family of outcomes is told: an icon, words and a colour, so that any one may fail."""

    family: str
    icon: str
    words: str


OUTCOMES: dict[str, Outcome] = {
    "required": Outcome("required", "octagon-alert", "Licence required"),
    "differs": Outcome("depends", "scale", "Text and practice differ"),
    "depends": Outcome("depends", "scale", "Depends"),
    "exception": Outcome("lists", "file-check", "Licence exception"),
    "lists": Outcome("lists", "list-checks", "No licence by the lists"),
    "open": Outcome("open", "circle-dashed", "Open"),
    "accent": Outcome("accent", "chevron-up", "Highest, counts"),
}
