"""Strokes and words of all pictures: SVG text, 492 units wide, so that a unit is a point on paper.

Nothing but rect, line, path, circle and text is used: no pattern, clip, gradient or script, so that
every viewer draws the same. Classes differ in pattern or line first; colour only helps.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

WIDTH = 492
INK, SOFT, HAIR, NAVY, OCHRE, RED = (
    "#16191d",
    "#4a5560",
    "#c3c9d0",
    "#1d3d63",
    "#8a4b00",
    "#8c1d18",
)
PALE_NAVY, PALE_OCHRE, PAPER = "#dbe4ef", "#fdf3e1", "#ffffff"
_FACES = "Cw Sans, Cw Serif, Cw Naskh, Cw Hebrew, Cw Han"
_EM = 0.51  # the mean width of a letter of Source Sans, a little on the safe side

Rect = tuple[float, float, float, float]  # left, top, width, height


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing and the sentences that stand for it where it cannot be seen."""

    markup: str
    alt: str


def picture(height: float, alt: str, parts: Iterable[str]) -> Picture:
    """The finished picture. The title comes first: the PDF takes its alternative text from there."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height:.0f}" '
        f'viewBox="0 0 {WIDTH} {height:.0f}"><title>{escape(alt)}</title>'
    )
    return Picture(f"{head}{''.join(parts)}</svg>", alt)


def width_of(words: str, size: float) -> float:
    """How wide words are, near enough to place them."""
    return sum(2.0 if ord(c) > 0x2E7F else 1.0 for c in words) * size * _EM  # noqa: PLR2004  # Han


def wrapped(words: str, width: float, size: float, most: int = 4) -> list[str]:
    """Words in lines that fit a width; what does not fit into the last line ends in an ellipsis."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, size) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    cut = [_fitted(line, width, size) for line in lines[:most]]
    return [*cut[:-1], _fitted(f"{cut[-1]} …", width, size)] if len(lines) > most else cut


def _fitted(line: str, width: float, size: float) -> str:
    """One line, shortened until it fits."""
    while len(line) > 1 and width_of(line, size) > width:
        line = line.removesuffix("…").rstrip()[:-1] + "…"
    return line


def text(  # noqa: PLR0913  # what a word on paper has
    x: float,
    y: float,
    words: str,
    size: float = 7.5,
    *,
    anchor: str = "start",
    fill: str = INK,
    weight: int = 400,
    turn: int = 0,
) -> str:
    """Words at a place."""
    turned = f' transform="rotate({turn} {x:.1f} {y:.1f})"' if turn else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-family="{_FACES}" font-size="{size}" '
        f'font-weight="{weight}" text-anchor="{anchor}" fill="{fill}"{turned}>{escape(words)}</text>'
    )


def line(  # noqa: PLR0913, PLR0917  # two ends, colour, width, dash
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    colour: str = INK,
    width: float = 0.5,
    dash: str = "",
) -> str:
    """A straight line."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{colour}" stroke-width="{width}"{dashed}/>'
    )


def rect(  # noqa: PLR0913, PLR0917  # place, size, fill, edge
    area: Rect,
    fill: str = "none",
    stroke: str = "none",
    width: float = 0.7,
    dash: str = "",
    opacity: float = 1,
) -> str:
    """A rectangle."""
    x, y, w, h = area
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    clear = f' fill-opacity="{opacity}"' if opacity < 1 else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(w, 0):.1f}" height="{max(h, 0):.1f}" '
        f'fill="{fill}"{clear} stroke="{stroke}" stroke-width="{width}"{dashed}/>'
    )


def path(
    d: str, fill: str = "none", stroke: str = "none", width: float = 0.7, dash: str = ""
) -> str:
    """A path from its data."""
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<path d="{d}" fill="{fill}" fill-rule="evenodd" stroke="{stroke}" stroke-width="{width}"{dashed}/>'


def circle(x: float, y: float, radius: float, fill: str = INK, stroke: str = PAPER) -> str:
    """A dot with a rim that keeps it apart from what lies below."""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}" stroke="{stroke}" stroke-width=".9"/>'


def hatch(area: Rect, step: float, colour: str, width: float = 0.4, *, falling: bool = True) -> str:
    """Parallel lines at 45 degrees, cut to a rectangle by arithmetic."""
    x, y, w, h = area
    strokes, at = [], -h
    while at < w:
        x1, y1, x2 = max(at, 0), max(-at, 0), min(w, at + h)
        y2 = x2 - at
        top, bottom = (y + y1, y + y2) if falling else (y + h - y1, y + h - y2)
        if x2 > x1:
            strokes.append(f"M{x + x1:.1f} {top:.1f}L{x + x2:.1f} {bottom:.1f}")
        at += step
    return path("".join(strokes), stroke=colour, width=width)


def tag(  # noqa: PLR0913, PLR0917  # what words on white have
    x: float, y: float, words: str, size: float, fill: str = INK, weight: int = 600
) -> str:
    """Words on white, readable over a hatch."""
    behind = rect((x - 2.5, y - size, width_of(words, size) + 5, size + 3.5), PAPER, opacity=0.9)
    return behind + text(x, y, words, size, fill=fill, weight=weight)


@dataclass(slots=True)
class Room:
    """Where labels already stand; it finds the first free side of a point for the next one."""

    bounds: Rect
    taken: list[Rect] = field(default_factory=list)

    def place(
        self, x: float, y: float, words: str, size: float, gap: float = 8
    ) -> tuple[float, float]:
        """The left end of the base line for words beside a point; the place is taken from now on."""
        w = width_of(words, size) + 4
        sides = [(dx, dy) for dy in (-6, size + 5, -22, size + 21) for dx in (gap, -gap - w)]
        spots = [(x + dx, y + dy - size, w, size + 4) for dx, dy in sides]
        chosen = next((s for s in spots if self._free(s)), self._pushed_in(spots[0]))
        self.taken.append(chosen)
        return chosen[0], chosen[1] + size

    def _free(self, spot: Rect) -> bool:
        """Whether a spot lies inside the bounds and touches no label."""
        x, y, w, h = spot
        left, top, width, height = self.bounds
        inside = left <= x and x + w <= left + width and top <= y and y + h <= top + height
        return inside and not any(
            x < tx + tw and tx < x + w and y < ty + th and ty < y + h
            for tx, ty, tw, th in self.taken
        )

    def _pushed_in(self, spot: Rect) -> Rect:
        """The spot moved inside the bounds, where no side is free."""
        x, y, w, h = spot
        left, top, width, height = self.bounds
        return max(min(x, left + width - w), left), max(min(y, top + height - h), top), w, h
