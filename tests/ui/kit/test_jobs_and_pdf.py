from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import weasyprint
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from app.ui.kit.jobs import Jobs
from app.ui.kit.pdf_file import DamagedPdfError, PdfFile
from app.ui.kit.pdf_layout import PageLayout
from app.ui.kit.pdf_pages import PdfPages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.kit.conftest import Show

PAGES = 6


@pytest.fixture(scope="module")
def memo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "memo.pdf"
    pages = "".join(
        f'<p style="break-after: page">Page {n} speaks of the Selat server.</p>'
        for n in range(1, PAGES + 1)
    )
    style = "<style>p:last-child { break-after: auto !important }</style>"
    weasyprint.HTML(string=style + pages).write_pdf(path)
    return path


@pytest.fixture
def shown(memo: Path, qtbot: QtBot, show: Show) -> PdfPages:
    pages = PdfPages()
    window = show(pages)
    pages.setMinimumHeight(500)
    with qtbot.waitSignal(pages.opened) as heard:
        pages.open(memo)
    assert heard.args == [PAGES]
    assert window.isVisible()
    return pages


def test_a_job_runs_elsewhere_and_is_heard_of_here(qtbot: QtBot) -> None:
    parent = QObject()
    jobs = Jobs(parent, "reading")
    with qtbot.waitSignal(jobs.done) as heard:
        jobs.run("thread", threading.get_ident)
    key, thread = heard.args
    assert key == "thread"
    assert thread != threading.get_ident()


def test_a_job_that_fails_says_why(qtbot: QtBot) -> None:
    parent = QObject()
    jobs = Jobs(parent, "reading")
    with qtbot.waitSignal(jobs.failed) as heard:
        jobs.run("nought", lambda: 1 // 0)
    assert isinstance(heard.args[1], ZeroDivisionError)


def test_a_result_that_comes_after_its_parent_has_gone_reaches_nobody(qtbot: QtBot) -> None:
    parent = QObject()
    jobs = Jobs(parent, "reading")
    started, go, ended = threading.Event(), threading.Event(), threading.Event()
    heard: list[object] = []
    jobs.done.connect(lambda key, _result: heard.append(key))

    def late() -> None:
        started.set()
        go.wait(5)
        ended.set()

    jobs.run("late", late)
    assert started.wait(5)
    threading.Timer(0.05, go.set).start()  # the parent goes while the job still runs
    with qtbot.waitSignal(parent.destroyed):
        parent.deleteLater()
    assert ended.wait(5)
    qtbot.wait(1)
    assert heard == []


def test_pages_are_drawn_when_they_are_seen(shown: PdfPages, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: 0 in shown._pictures)
    assert PAGES - 1 not in shown._pictures
    shown.go_to(PAGES)
    qtbot.waitUntil(lambda: PAGES - 1 in shown._pictures)
    assert shown.current_page() == PAGES


def test_words_are_found_on_every_page_and_one_goes_from_one_to_the_next(
    shown: PdfPages, qtbot: QtBot
) -> None:
    shown.search("SELAT")
    qtbot.waitUntil(lambda: len(shown._hits.places) == PAGES)
    with qtbot.waitSignal(shown.found) as heard:
        shown.find_next()
    assert heard.args == [2, PAGES]
    with qtbot.waitSignal(shown.found) as heard:
        shown.find_next(-1)
    assert heard.args == [1, PAGES]


def test_words_that_are_not_there_are_not_found(shown: PdfPages, qtbot: QtBot) -> None:
    shown.search("clearance")
    qtbot.waitUntil(lambda: len(shown._words) == PAGES)
    assert shown._hits.places == []


def test_a_page_is_selected_and_copied(shown: PdfPages, qtbot: QtBot) -> None:
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "Selat" in shown.selected_text())
    qtbot.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Page 1 speaks of the Selat server." in QGuiApplication.clipboard().text()


def test_words_are_selected_with_the_mouse(shown: PdfPages, qtbot: QtBot) -> None:
    shown._ask_words(0)
    qtbot.waitUntil(lambda: 0 in shown._words)
    words = shown._words[0]
    start = words.text.index("Selat")
    ends = [
        shown._place(0, words.boxes[at]).center().toPoint()
        for at in (start, start + len("Selat") - 1)
    ]
    qtbot.mousePress(shown.viewport(), Qt.MouseButton.LeftButton, pos=ends[0])
    qtbot.mouseMove(shown.viewport(), ends[1])
    shown.viewport().repaint()
    qtbot.waitUntil(lambda: shown.selected_text() == "Selat")


def test_a_preview_survives_that_its_file_is_moved(
    memo: Path, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(memo.read_bytes())
    pages = PdfPages()
    window = show(pages)
    with qtbot.waitSignal(pages.opened):
        pages.open(copy)
    copy.unlink()
    pages.go_to(PAGES)
    qtbot.waitUntil(lambda: PAGES - 1 in pages._pictures)
    with qtbot.waitSignal(pages.failed) as heard:
        pages.open(copy)
    assert "moved" in heard.args[0]
    assert pages.pages() == PAGES
    assert window.isVisible()


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 cut off", b"not a PDF at all"])
def test_a_damaged_file_is_told_of_in_words(
    content: bytes, qtbot: QtBot, show: Show, tmp_path: Path
) -> None:
    path = tmp_path / "damaged.pdf"
    path.write_bytes(content)
    pages = PdfPages()
    show(pages)
    with qtbot.waitSignal(pages.failed) as heard:
        pages.open(path)
    assert "damaged" in heard.args[0]
    assert pages.message()
    assert not pages.grab().isNull()
    with pytest.raises(DamagedPdfError):
        PdfFile(path)


def test_zoom_has_ends_and_pages_grow_with_it(shown: PdfPages) -> None:
    before = shown._layout.height
    shown.zoom_in()
    assert shown._layout.height > before
    shown.set_zoom(100)
    assert shown.zoom() == 4.0


def test_pages_lie_below_each_other() -> None:
    places = PageLayout.fit(((100, 200), (100, 50)), 228, 1.0, 14)
    assert places.scale == 2.0
    assert places.place(0).bottom() < places.place(1).top()
    assert [places.page_at(y) for y in (0, 400, 440, 9999)] == [0, 0, 1, 1]
