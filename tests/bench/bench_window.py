"""From a click to the repainted page, on the shipped questionnaire with the sample in it.

    QT_QPA_PLATFORM=offscreen python -m tests.bench.bench_window

Two figures an answer: the frame that shows the choice with the conclusions beside it, and
the page, the rail and all when it is known which questions are asked.
"""

from __future__ import annotations

import datetime as dt
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.operations.desk import Desk
from app.operations.law import library_at, read_law
from app.operations.samples import samples
from app.ui import theme
from app.ui.kit.answers import OneOf
from app.ui.settings import WindowSettings
from app.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest
    from pytest_benchmark.fixture import BenchmarkFixture

    from app.ui.work.screen import AssessmentScreen

NOON = dt.datetime(2026, 11, 25, 11, 42, tzinfo=dt.UTC)
SECTIONS = ("exporter", "transaction", "worksheet", "end_use", "parties", "end_users")


def presses(screen: AssessmentScreen) -> Iterator[tuple[float, float]]:
    """Each choice of some pages pressed: seconds to the frame, and to the page."""
    for section in SECTIONS:
        screen.display.rail.rail.section_chosen.emit(section)
        page = screen.display.middle.current()
        if page is None:
            continue
        page.build_all()
        settle(0.2)
        for block in list(page.blocks.values()):
            if isinstance(block.card.control, OneOf) and block.isVisible():
                yield pressed(screen, block.card.control)


def pressed(screen: AssessmentScreen, control: OneOf) -> tuple[float, float]:
    other = next(part for part in control.parts if not part.isChecked())
    start = time.perf_counter()
    other.click()
    screen.window().repaint()
    frame = time.perf_counter()
    screen.at_work.settle_now()
    screen.window().repaint()
    done = time.perf_counter()
    settle(0.05)
    screen.undo()
    settle(0.05)
    return frame - start, done - start


def settle(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents()


def report(name: str, seconds: list[float]) -> None:
    worst = quantiles(seconds, n=20)[-1]
    print(  # noqa: T201 - a bench prints its figures
        f"{name}: median {median(seconds) * 1000:.1f} ms, p95 {worst * 1000:.1f} ms"
        f" ({len(seconds)} answers)"
    )


def bench_clicks_through_the_pages(
    benchmark: BenchmarkFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """What ``main`` prints is the figure; the time of the whole walk is not."""
    with capfd.disabled():
        benchmark.pedantic(main, rounds=1, iterations=1)


def main() -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        library = library_at(Path(folder) / "library.sqlite", NOON)
        desk = Desk(library, read_law(), lambda: NOON, "M. Sample", "0")
        window = MainWindow(settings=WindowSettings())
        theme.apply(app, theme.Look(motion=False))
        window.resize(1280, 800)
        window.take(desk)
        window.show()
        window.open_assessment(desk.create(samples()[0].name, samples()[0].answers).id)
        assert window.screen_of_work is not None
        found = list(presses(window.screen_of_work))
        report("click to the frame with the conclusions", [frame for frame, _ in found])
        report("click to the page with what is asked now", [done for _, done in found])
        window.close()
        library.close()


if __name__ == "__main__":
    main()
