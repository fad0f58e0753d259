"""Rules as bars over months; how a bar is drawn says whether the rule binds.

Labels of moments find a side and a level by themselves, so that the caller only gives days.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.report.pictures import svg
from app.report.pictures.svg import (
    HAIR,
    INK,
    NAVY,
    OCHRE,
    PALE_NAVY,
    PALE_OCHRE,
    PAPER,
    RED,
    SOFT,
    Picture,
)

_LEFT, _ROW, _TOP = 138.0, 19.0, 22.0
_SPAN = svg.WIDTH - _LEFT - 4
_LEVEL = 10.0


class State(Enum):
    """Whether a rule binds in a stretch of time; the value is the word under the picture."""

    IN_FORCE = "in force"
    NOT_DUE = "effective, compliance not due"
    NOT_ENFORCED = "codified, not enforced"
    STAYED = "stayed"
    PENDING = "pending"
    NOT_CONFIRMED = "not confirmed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time in one state."""

    start: date
    end: date
    state: State


@dataclass(frozen=True, slots=True)
class Bar:
    """A rule and its stretches."""

    name: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day worth a word under the axis."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Everything that the picture shows; `today` is the day of the document, `label` its name."""

    bars: tuple[Bar, ...]
    moments: tuple[Moment, ...]
    start: date
    end: date
    today: date
    label: str = "this document"


def _x(timeline: Timeline, day: date) -> float:
    """Where a day stands, held inside the window."""
    held = min(max(day, timeline.start), timeline.end)
    return _LEFT + (held - timeline.start).days / (timeline.end - timeline.start).days * _SPAN


def _block(x: float, y: float, w: float, state: State) -> str:
    """A stretch of a bar, or its sample in the legend."""
    area, inner = (x, y, w, 10.0), (x, y + 0.5, w, 9.0)
    match state:
        case State.IN_FORCE:
            return svg.rect(area, NAVY)
        case State.NOT_ENFORCED:
            edge = svg.rect(area, "none", OCHRE)
            return svg.rect(area, "#fbf1e0") + svg.hatch(area, 3.2, OCHRE, 0.7) + edge
        case State.STAYED:
            return svg.rect(inner, PAPER, SOFT, 0.8, "3 2")
        case State.NOT_DUE:
            return svg.rect(inner, PALE_NAVY, NAVY, 0.8, "1 1.6")
        case State.PENDING:
            return svg.rect(inner, PAPER, NAVY, 0.8, "1 1.6")
        case State.NOT_CONFIRMED:
            mark = svg.text(x + w / 2, y + 8, "?", 8, anchor="middle", fill=OCHRE, weight=600)
            return svg.rect(inner, PALE_OCHRE, OCHRE, 0.8, "1 1.6") + mark


def _ticks(timeline: Timeline, foot: float) -> list[str]:
    """Years as solid lines with their number, half years dotted."""
    parts = []
    for year in range(timeline.start.year, timeline.end.year + 1):
        for month in (1, 7):
            day = date(year, month, 1)
            if not timeline.start <= day <= timeline.end:
                continue
            x, first = _x(timeline, day), month == 1
            parts.append(
                svg.line(x, _TOP - 6, x, foot, HAIR, 0.5 if first else 0.3, "" if first else "1 2")
            )
            if first and x < svg.WIDTH - 20:
                parts.append(svg.text(x + 3, _TOP - 10, str(year), fill=SOFT, weight=600))
    return parts


def _bar(timeline: Timeline, bar: Bar, y: float) -> list[str]:
    """The name of a rule, on two lines if need be, and its stretches inside the window."""
    names = svg.wrapped(bar.name, _LEFT - 6, 7.8, 2)
    base = y + 8 - 4 * (len(names) - 1)
    parts = [svg.text(0, base + 8.5 * at, name, 7.8) for at, name in enumerate(names)]
    for piece in bar.pieces:
        if piece.end >= timeline.start and piece.start <= timeline.end:
            x = _x(timeline, piece.start)
            parts.append(_block(x, y, max(_x(timeline, piece.end) - x, 1.5), piece.state))
    return parts


def _moments(timeline: Timeline, foot: float) -> tuple[list[str], int]:
    """The moments under the axis and how many levels they take."""
    parts: list[str] = []
    words: list[str] = []  # written last, over the lines
    ends: list[float] = []  # how far each level is written
    for moment in sorted(timeline.moments, key=lambda m: m.day):
        x, w = _x(timeline, moment.day), svg.width_of(moment.label, 7.2) + 6
        left = x + 2 if x + w <= svg.WIDTH else x - w
        level = next((at for at, end in enumerate(ends) if end <= left), len(ends))
        ends[level : level + 1] = [left + w]
        y = foot + 12 + level * _LEVEL
        parts += [svg.line(x, foot, x, y - 6.5, SOFT), svg.circle(x, foot, 1.7)]
        words.append(svg.tag(left, y, moment.label, 7.2, SOFT, 400))
    return parts + words, len(ends)


def _legend(timeline: Timeline, y: float) -> list[str]:
    """The states that occur, each with its word."""
    present = {piece.state for bar in timeline.bars for piece in bar.pieces}
    parts, x = [], 0.0
    for state in (s for s in State if s in present):
        parts.append(_block(x, y - 7.5, 16, state))
        parts.append(svg.text(x + 20, y, state.value, 7.2, fill=SOFT))
        x += 32 + svg.width_of(state.value, 7.2)
    return parts


def alternative(timeline: Timeline) -> str:
    """The picture in sentences, from the same days."""
    bars = [
        f"{bar.name}: "
        + ", then ".join(f"{p.state.value} from {p.start} to {p.end}" for p in bar.pieces)
        + "."
        for bar in timeline.bars
    ]
    moments = [f"{m.day}: {m.label}." for m in timeline.moments]
    head = f"Time chart from {timeline.start} to {timeline.end}."
    return " ".join((head, *bars, f"{timeline.label.capitalize()}: {timeline.today}.", *moments))


def draw(timeline: Timeline) -> Picture:
    """The picture, with its alternative text."""
    foot = _TOP + _ROW * len(timeline.bars)
    parts = _ticks(timeline, foot)
    for at, bar in enumerate(timeline.bars):
        parts += _bar(timeline, bar, _TOP + at * _ROW + 4)
    x = _x(timeline, timeline.today)
    side = "end" if x > svg.WIDTH / 2 else "start"
    parts.append(svg.line(x, _TOP - 14, x, foot + 4, RED, 1))
    parts.append(
        svg.text(
            x + (-3 if side == "end" else 3),
            _TOP - 15,
            timeline.label,
            anchor=side,
            fill=RED,
            weight=600,
        )
    )
    moments, levels = _moments(timeline, foot)
    height = foot + 12 + levels * _LEVEL + 16
    legend = _legend(timeline, height - 4)
    axis = svg.line(_LEFT, foot, svg.WIDTH - 4, foot, INK, 0.4)
    return svg.picture(height, alternative(timeline), [*parts, axis, *moments, *legend])
