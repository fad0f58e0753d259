"""Icons: line drawings coloured when they are drawn, kept by name, colour, size and screen.

A colour is part of the key, so a switch to dark needs no clearing.
"""

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.data import data_root
from app.ui import theme

_SMALL = 14  # at and below this size a line must be heavier to look the same
_RATIOS = (1, 2, 3)


@cache
def _source(name: str) -> str:
    return (data_root() / "resources" / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=1024)
def _picture(name: str, ink: str, size: int, ratio: float) -> QPixmap:
    width = "2.1" if size <= _SMALL else "1.75"
    text = _source(name).replace("currentColor", ink)
    text = text.replace('stroke-width="2"', f'stroke-width="{width}"')
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint_icon(painter: QPainter, name: str, spot: QRectF, ink: str) -> None:
    """Draw an icon in a named colour; the spot's width is its size."""
    ratio = painter.device().devicePixelRatioF()
    picture = _picture(name, theme.hex_of(ink), round(spot.width()), ratio)
    painter.drawPixmap(spot.topLeft(), picture)


def icon(name: str, ink: str = "text.2", size: int = 16) -> QIcon:
    """An icon for the few stock widgets that want a QIcon; made anew after a switch to dark."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(_picture(name, theme.hex_of(ink), theme.px(size), ratio))
    return made
