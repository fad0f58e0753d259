"""Photographs every screen of the real window: light and dark, large and small, empty and full.

QT_QPA_PLATFORM=offscreen python -m tests.ui.pictures FOLDER [name ...]
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.operations.desk import Desk
from app.operations.edition_file import EditionFile
from app.operations.editions import begin_use, install
from app.operations.law import library_at, read_law
from app.operations.lists import import_list
from app.operations.press import Press
from app.operations.reevaluation import reevaluate
from app.operations.samples import samples
from app.operations.screening_record import State
from app.operations.tasks import add, assign, finish, tasks
from app.questionnaire.loader import load
from app.ui import theme
from app.ui.kit.button import Button
from app.ui.kit.scroll import Scroll
from app.ui.settings import WindowSettings
from app.ui.theme import Scheme
from app.ui.views.places import REVIEW, REVISIONS, SCREENING, WHY, Place
from app.ui.window import MainWindow
from app.ui.work.task_form import TaskForm
from tests.screening.made import csl_csv

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.assessment.answers import Answer

NOON = dt.datetime(2026, 11, 25, 11, 42, tzinfo=dt.UTC)
LATELY = dt.timedelta(days=9)
WIDE, LEAST = QSize(1280, 800), QSize(960, 640)
_LOOKS = (("light", Scheme.LIGHT), ("dark", Scheme.DARK))


@dataclass(frozen=True)
class Studio:
    """The window with a library behind it."""

    app: QApplication
    window: MainWindow
    desk: Desk
    folder: Path

    def settle(self, seconds: float = 0.3) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.005)

    def open_sample(self, at: int, place: Place | None = None) -> None:
        name = samples()[at].name
        self.window.open_assessment(next(x.id for x in self.desk.lines() if x.name == name))
        screen = self.window.screen_of_work
        assert screen is not None
        if place is not None:
            screen.go(place)
        page = screen.display.middle.current()
        if page is not None:
            page.build_all()

    def shoot(self, name: str) -> None:
        self.settle()
        self.window.grab().save(str(self.folder / f"{name}.png"))


def worksheet(studio: Studio) -> None:
    studio.open_sample(0, Place(id="worksheet", keys=("i1",)))


def computed(studio: Studio) -> None:
    worksheet(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    page = screen.display.middle.current()
    assert page is not None
    studio.settle()
    page.area.verticalScrollBar().setValue(620)


def parties(studio: Studio) -> None:
    studio.open_sample(0, Place(id="parties", keys=("p1",)))


def destinations(studio: Studio) -> None:
    studio.open_sample(0, Place(id="destinations", keys=("d1",)))


def why(studio: Studio) -> None:
    studio.open_sample(0, Place(WHY, "licence", ("i1", "d1")))


def review(studio: Studio) -> None:
    studio.open_sample(0, Place(REVIEW))


def library(studio: Studio) -> None:
    studio.window.to_library()


def law(studio: Studio) -> None:
    worksheet(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.display.show_law("ccl/3A090.a.1")


def begun(studio: Studio) -> None:
    found = [line for line in studio.desk.lines() if line.name == "New assessment"]
    id_ = found[0].id if found else studio.desk.create("New assessment").id
    studio.window.open_assessment(id_)


def documents(studio: Studio) -> None:
    review(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.making.folder = lambda: studio.folder / "made"  # type: ignore[method-assign]
    screen.generate()
    while screen.making.busy:
        studio.settle(0.1)


def preview(studio: Studio) -> None:
    documents(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.show_preview("memo")
    studio.settle(1.0)


def _made_list(studio: Studio) -> Path:
    """The real list where it is at hand, else a small made one."""
    real = Path(__file__).parents[3] / "shared" / "lists" / "consolidated.csv"
    if real.is_file():
        return real
    path = studio.folder / "consolidated.csv"
    path.write_text(csl_csv(), encoding="utf-8")
    return path


def _with_lists(studio: Studio) -> None:
    if not studio.desk.library.lists.standing():
        import_list(studio.desk.library, _made_list(studio), NOON - LATELY, "M. Sample")


def lists_empty(studio: Studio) -> None:
    studio.window.to_library()
    studio.window.to_lists()


def lists(studio: Studio) -> None:
    _with_lists(studio)
    lists_empty(studio)


def lists_news(studio: Studio) -> None:
    lists(studio)
    screen = studio.window.lists
    assert screen is not None
    broken = studio.folder / "broken.csv"
    broken.write_text("source;name\n", encoding="utf-8")
    screen.bring([broken])
    while screen.importing.busy:
        studio.settle(0.1)


def screening(studio: Studio) -> None:
    """Names that are near to listed ones, and the longest that fits."""
    _with_lists(studio)
    names = (
        "Zhongxing Telecommunications Equipment",
        "Maple Bakery " * 12,
        "Huawei Technologies Co Ltd",
    )
    found = [line for line in studio.desk.lines() if line.name == "Screened"]
    if found:
        studio.window.open_assessment(found[0].id)
    else:
        answers: dict[str, Answer] = {"parties": tuple(f"p{at}" for at in range(1, 5))}
        for at, name in enumerate(names, 1):
            answers[f"parties.p{at}.party_name"] = name.strip()
            answers[f"parties.p{at}.party_country"] = "CN"
        answers["parties.p1.party_address"] = "No. 55, Hi-tech Road South, Shenzhen"
        answers["parties.p2.parent_name"] = "Kvantum Photonics"
        studio.window.open_assessment(studio.desk.create("Screened", answers).id)
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.go(Place(SCREENING))
    while screen.screening.watch.due:
        studio.settle(0.2)


def screening_decision(studio: Studio) -> None:
    screening(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    page = screen.display.middle.screening
    page.decide.verdicts.choices[State.PERMITTED].click()
    studio.settle()
    page.area.ensureWidgetVisible(page.decide.save)


def screening_review(studio: Studio) -> None:
    screening(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.go(Place(REVIEW))


def screening_parties(studio: Studio) -> None:
    """The section where parties are named, with the way to their screening."""
    screening(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.go_to("parties.p3.party_name")
    page = screen.display.middle.current()
    assert page is not None
    page.build_all()
    page.go_to("parties.p3.party_lists")


def lists_progress(studio: Studio) -> None:
    lists(studio)
    screen = studio.window.lists
    assert screen is not None
    screen.drop.show_progress("Preparing the search of consolidated.csv, 41%", 41, 100)


def library_marked(studio: Studio) -> None:
    """The library after a new list found something."""
    _with_lists(studio)
    screening(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    assert screen.work is not None
    marked = {screen.work.sitting.id: 2}
    studio.window.to_library()
    studio.desk.library.settings.put("screening.new", marked)
    assert studio.window.library is not None
    studio.window.library.refresh()


def screening_empty(studio: Studio) -> None:
    begun(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.go(Place(SCREENING))


def _read_again(studio: Studio) -> None:
    """The library under a later edition, in which a threshold is another, and one revision."""
    desk, texts = studio.desk, dict(studio.desk.questionnaire.texts)
    if desk.library.editions.read():
        return
    first = desk.open(next(iter(desk.lines())).id)
    first.save_revision("M. Sample")
    begin_use(desk.library, desk.questionnaire, NOON, "M. Sample")
    for at, text in texts.items():
        if not at.startswith("us_ear/"):
            continue
        raised = text.replace("4800", "48000")
        named = re.sub(r"id: us-[\d-]+", "id: us-2026-11-20", raised)
        texts[at] = re.sub(r"read_on: [\d-]+", "read_on: 2026-11-20", named)
    later = load(texts)
    file = EditionFile("us-2026-11-20.edition", texts, "Thresholds of 3A090.a raised to ten times.")
    install(desk.library, desk.questionnaire, file, later, NOON, "M. Sample")
    begin_use(desk.library, later, NOON + dt.timedelta(seconds=1), "M. Sample")
    under = replace(desk, questionnaire=later, shipped=desk.questionnaire)
    reevaluate(under)
    studio.window.take(under)


def library_law(studio: Studio) -> None:
    _read_again(studio)
    studio.window.to_library()
    assert studio.window.library is not None
    studio.window.library.law.sheet.close_sheet()
    studio.window.library.refresh()


def library_going(studio: Studio) -> None:
    library_law(studio)
    assert studio.window.library is not None
    studio.window.library.nav.show_going("Evaluating again", 340, 1000)


def editions(studio: Studio) -> None:
    library_law(studio)
    assert studio.window.library is not None
    studio.window.library.nav.show_going("", 0, 0)
    studio.window.library.law.open_editions()


def revisions(studio: Studio) -> None:
    _read_again(studio)
    name = next(line.name for line in studio.desk.lines() if line.revisions)
    studio.window.open_assessment(next(x.id for x in studio.desk.lines() if x.name == name))
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.go(Place(REVISIONS))


def revision_open(studio: Studio) -> None:
    revisions(studio)
    assert studio.window.screen_of_work is not None
    studio.window.screen_of_work.revisions.open(1)


def revision_compared(studio: Studio) -> None:
    revision_open(studio)
    assert studio.window.screen_of_work is not None
    studio.window.screen_of_work.revisions.page.compare_wanted.emit(1, None)


def as_of_edition(studio: Studio) -> None:
    _read_again(studio)
    studio.open_sample(0, Place(id="worksheet", keys=("i1",)))
    screen = studio.window.screen_of_work
    assert screen is not None
    screen.at_work.show_law(screen.at_work.laws[-1].mark)
    screen.display.side.panel.as_of.button.setChecked(True)


def actions(studio: Studio) -> None:
    """Actions overdue, done, of one's own with the longest words; a form open below the first."""
    review(studio)
    screen = studio.window.screen_of_work
    assert screen is not None
    sitting = screen.at_work.sitting
    if not any(each.own for each in tasks(sitting)):
        keys = [each.key for each in tasks(sitting)]
        assign(sitting, keys[0], "A. Keeper", NOON.date() - LATELY)
        finish(sitting, keys[1], "Letter of 24 November sent, number received")
        longest = "Ask the maker for the data sheet and for the statement of its extent. " * 6
        add(sitting, longest.strip(), "Somebody with a long name " * 3, NOON.date() + LATELY)
    screen.display.tasks.show()
    page = screen.display.middle.review
    found = page.tasks.findChildren(Button, f"assign.{tasks(sitting)[0].key}")
    next(each for each in found if each.isVisibleTo(page)).click()
    studio.settle()
    area = page.findChild(Scroll)
    assert area is not None
    form = page.tasks.findChild(TaskForm)
    assert form is not None
    area.ensureWidgetVisible(form, 0, 160)


def actions_of_all(studio: Studio) -> None:
    actions(studio)
    studio.window.to_library()
    studio.window.to_actions()


SCREENS: dict[str, Callable[[Studio], None]] = {
    "worksheet": worksheet,
    "computed": computed,
    "parties": parties,
    "destinations": destinations,
    "why": why,
    "law": law,
    "review": review,
    "actions": actions,
    "actions-of-all": actions_of_all,
    "documents": documents,
    "preview": preview,
    "library": library,
    "begun": begun,
    "lists-empty": lists_empty,
    "lists": lists,
    "lists-news": lists_news,
    "screening": screening,
    "screening-decision": screening_decision,
    "screening-empty": screening_empty,
    "screening-review": screening_review,
    "screening-parties": screening_parties,
    "lists-progress": lists_progress,
    "library-marked": library_marked,
    "library-law": library_law,
    "library-going": library_going,
    "editions": editions,
    "revisions": revisions,
    "revision-open": revision_open,
    "revision-compared": revision_compared,
    "as-of-edition": as_of_edition,
}


def main(folder: Path, wanted: list[str]) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.load_fonts()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        opened = library_at(Path(place) / "library.sqlite", NOON)
        desk = Desk(opened, read_law(), lambda: NOON, "M. Sample", "0")
        window = MainWindow(Press(), WindowSettings())
        studio = Studio(app, window, desk, folder)
        _look(studio, Scheme.LIGHT, 1.0, WIDE)
        window.take(desk)
        window.show()
        studio.shoot("empty-light")
        for sample in reversed(samples()):
            desk.create(sample.name, sample.answers)
        window.take(desk)
        _shoot_all(studio, wanted or list(SCREENS))
        window.close()
        opened.close()


def _look(studio: Studio, scheme: Scheme, zoom: float, size: QSize) -> None:
    settings = studio.window.settings
    settings.scheme, settings.zoom = scheme, zoom
    studio.window.apply_look()
    studio.window.resize(size)


def _shoot_all(studio: Studio, names: list[str]) -> None:
    for look, scheme in _LOOKS:
        for size, zoom, tag in ((WIDE, 1.0, ""), (LEAST, 1.0, "-960"), (WIDE, 2.0, "-200")):
            if look == "dark" and tag:
                continue
            _look(studio, scheme, zoom, size)
            for name in names:
                SCREENS[name](studio)
                studio.shoot(f"{name}-{look}{tag}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
