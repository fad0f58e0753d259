"""What the window remembers of a person's wishes: look, size, place. Nothing about assessments."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from app.ui.theme import LEAST_ZOOM, MOST_ZOOM, Scheme

_STEP = 0.1


class WindowSettings:
    """Read and written at once; a value that makes no sense is the usual one."""

    def __init__(self) -> None:
        self._kept = QSettings("Clearway", "Clearway")

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system."""
        kept = str(self._kept.value("look/scheme", Scheme.SYSTEM.value))
        return Scheme(kept) if kept in {each.value for each in Scheme} else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._kept.setValue("look/scheme", scheme.value)

    @property
    def zoom(self) -> float:
        """From 1 to 2."""
        try:
            kept = float(str(self._kept.value("look/zoom", LEAST_ZOOM)))
        except ValueError:
            return LEAST_ZOOM
        return min(MOST_ZOOM, max(LEAST_ZOOM, kept))

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._kept.setValue("look/zoom", zoom)

    @property
    def motion(self) -> bool:
        """Whether things glide."""
        return str(self._kept.value("look/motion", "true")) != "false"

    @property
    def geometry(self) -> QByteArray:
        """Where the window was; empty the first time."""
        kept = self._kept.value("window/geometry", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._kept.setValue("window/geometry", geometry)


def stepped_zoom(zoom: float, way: int) -> float:
    """One step larger or smaller; no way is 100 %."""
    wanted = round(zoom + way * _STEP, 2) if way else LEAST_ZOOM
    return min(MOST_ZOOM, max(LEAST_ZOOM, wanted))
