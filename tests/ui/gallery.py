"""Draw every control in every state, light and dark, at 100 and 200 %, for people to look at.

Run it: python -m tests.ui.gallery FOLDER
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QWidget

from app.ui import theme
from app.ui.kit import layout
from app.ui.kit.bar import Bar, ThresholdView
from app.ui.kit.button import Button, Kind
from app.ui.kit.chip import Chip
from app.ui.kit.choice import Choice, Unknown
from app.ui.kit.determination_row import DeterminationRow, DeterminationView
from app.ui.kit.header import Header, HeaderView
from app.ui.kit.law import Law
from app.ui.kit.marks import Ring, Share, State
from app.ui.kit.notice import Notice
from app.ui.kit.plane import Axis, Item, Plane, PlaneView, Region
from app.ui.kit.progress import Progress
from app.ui.kit.question_card import QuestionCard
from app.ui.kit.rail import Rail, RailRow, SectionView
from app.ui.kit.row_delegates import LibraryRowDelegate, PartyRowDelegate
from app.ui.kit.rows import LibraryRow, PartyRow, RowList
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text
from app.ui.kit.toast import Toast
from app.ui.kit.tree import TreeView
from app.ui.kit.tree_node import TreeNode
from tests.ui.kit import samples

if TYPE_CHECKING:
    from collections.abc import Callable

SECTION = SectionView("end_use", "End use", Share(4, 1, 8))
CONCLUSION = DeterminationView("determination.l", "Licence to Malaysia", "Required", "decided")
TREE = TreeNode(
    "t",
    "met",
    "A licence is required",
    "because one of these is met; one is enough",
    children=(
        TreeNode(
            "a",
            "met",
            "A party’s ultimate parent sits in one of the countries",
            "because both are met",
            "742.6(a)(6)(iii)(A)",
            children=(
                TreeNode("a1", "met", "The chip reaches the limit", "15,832", "3A090.a.1"),
                TreeNode("a2", "met", "The parent sits there", "Selat", "Answer", from_answer=True),
            ),
        ),
        TreeNode("b", "not_met", "The country itself is in the group", "It is not", "740, Supp. 1"),
        TreeNode(
            "c",
            "met",
            "The text asks for a licence to every country",
            citation="742.6(a)(6)(iii)(A)",
            chip=("differs", ""),
        ),
        TreeNode("d", "unknown", "The site is a supercomputer", "Not known", "744.23(a)(1)"),
    ),
)
PLANE = PlaneView(
    Axis(400, 40000, ((1600, "1,600"), (4800, "4,800"), (20000, "20,000")), "TPP"),
    Axis(0.4, 60, ((1.6, "1.6"), (5.92, "5.92"), (20, "20")), "density"),
    (
        Region("A", "required", ((4800, 0.4, 4e4, 60), (1600, 5.92, 4800, 60)), (6000, 0.52)),
        Region(
            "B",
            "depends",
            ((2400, 1.6, 4800, 5.92), (1600, 3.2, 2400, 5.92)),
            (1720, 3.45),
            hatch=True,
        ),
    ),
    (Item("NX-8", 15832, 19.45), Item("L-2", 1936)),
    "NX-8 lies in A; the density of L-2 is not known.",
    ("neither", (460, 0.52)),
)


def states() -> QWidget:
    """Each control at rest, chosen, with keyboard focus, and both."""
    grid = QGridLayout()
    makers: tuple[tuple[str, Callable[[], QAbstractButton]], ...] = (
        ("Choice", lambda: Choice("c", "Dense", "Printed “without sparsity”")),
        ("Choice, some of", lambda: Choice("c", "FP8", many=True)),
        ("I don’t know yet", lambda: Unknown("u")),
        ("Section", lambda: RailRow(SECTION)),
        ("Determination", lambda: DeterminationRow(CONCLUSION)),
    )
    for at, words in enumerate(("", "At rest", "Chosen", "Keyboard focus", "Chosen and focus")):
        grid.addWidget(Text(words, "label", "text.3", wrap=False), 0, at)
    for row, (name, make) in enumerate(makers, 1):
        grid.addWidget(Text(name, "medium", wrap=False), row, 0)
        for at, (on, ring) in enumerate(((0, 0), (1, 0), (0, 1), (1, 1)), 1):
            made = make()
            made.setAutoExclusive(False)
            made.setChecked(bool(on))
            made.setProperty("show_ring", bool(ring))
            grid.addWidget(made, row, at)
    return layout.Pane(grid)


def _line(name: str, *parts: QWidget) -> layout.Box:
    return layout.row(Text(name, "medium", wrap=False), *parts, layout.STRETCH, gap=12)


def pieces() -> QWidget:
    """Buttons, chips, marks, rings, bars, notices, views, law."""
    off = Button("off", "Off")
    off.setEnabled(False)
    bar = Progress()
    bar.show_progress(18, 31)
    bar.setMinimumWidth(200)
    return layout.Pane(
        layout.column(
            Header(
                HeaderView(
                    "NX-8 server to Selat",
                    "Draft after revision 2",
                    "Saved 11:42",
                    undo="Undo: Die area",
                )
            ),
            _line(
                "Buttons", *(Button(k.value, k.value.title(), k, icon="plus") for k in Kind), off
            ),
            _line(
                "Outcomes",
                *(
                    Chip(kind)
                    for kind in (
                        "required",
                        "differs",
                        "depends",
                        "exception",
                        "lists",
                        "open",
                        "accent",
                    )
                ),
            ),
            _line("States", *(State(s) for s in ("met", "not_met", "open", "unknown"))),
            _line(
                "Progress",
                *(Ring(s) for s in (Share(), Share(3, 0, 8), Share(4, 2, 8), Share(8, 0, 8))),
                bar,
            ),
            layout.row(
                Bar(ThresholdView("TPP 15,832", "11,032 above 4,800", 4800, 15832)),
                Bar(ThresholdView("Density 4.1", "1.82 below 5.92", 5.92, 4.1)),
                Bar(ThresholdView("Density", "not known", 5.92)),
                gap=24,
            ),
            layout.row(
                Notice(
                    "depends",
                    "scale",
                    "Text and practice differ",
                    "One rule asks for a licence to every country. The result does not rest on it.",
                ),
                Notice("depends", "unknown", "", "Kept open. Nothing rests on it so far."),
            ),
            _line(
                "Views",
                Segmented(
                    "views",
                    (("all", "Everything"), ("why", "What decided it"), ("open", "Not known")),
                    "all",
                ),
            ),
            Law(
                "Integrated circuits having one or more digital processing units having either of the following:"
            ),
            gap=14,
        )
    )


def cards() -> QWidget:
    """Every kind of question: empty, answered, not known, doubtful."""
    views = (
        replace(samples.ONE_OF, answer="dense"),
        replace(
            samples.YES_NO, is_unknown=True, answer=None, note="Kept open. Nothing rests on it."
        ),
        replace(samples.SOME_OF, answer=("cash", "route")),
        replace(samples.DIE_AREA, answer=814.0, is_unknown=True, note="Nothing rests on it."),
        replace(
            samples.SHARE, answer=52.0, doubt="52 is more than 100 % together with the others."
        ),
        replace(samples.TABLE, rows=samples.FULL_ROWS),
        replace(
            samples.DATE, answer="2026-11-24", contradiction="It leaves before it was ordered."
        ),
        replace(samples.COUNTRY, answer="TR"),
        samples.FILE,
        samples.FILE_GIVEN,
        replace(samples.TEXT, answer="An extract of the register.\n<b>As typed</b> & kept."),
    )
    made = [QuestionCard(view) for view in views]
    made[0].open_hint()
    made[3].open_hint()
    return layout.Pane(layout.column(*made, gap=18))


def pictures() -> QWidget:
    """The plane and the tree."""
    tree = TreeView()
    tree.show_tree((TREE,))
    tree.choose("a1")
    tree.setMinimumHeight(theme.px(380))
    plane = Plane(PLANE)
    plane.setMinimumHeight(theme.px(320))
    return layout.Pane(layout.column(tree, plane))


def lists() -> QWidget:
    """The library, the parties, the rail, a toast."""
    library = RowList("library", "Assessments", LibraryRowDelegate())
    library.show_rows(
        [
            LibraryRow(
                "1",
                "NX-8 server",
                "8 boards, to Selat Compute",
                "server",
                "Malaysia",
                "required",
                "",
                3,
                "11:42",
                "2, draft",
            ),
            LibraryRow(
                "2",
                "L-2 card",
                "TPP 1,936, to Sao Mai Cloud",
                "cpu",
                "Vietnam",
                "open",
                "",
                2,
                "Yesterday",
                "Draft",
            ),
            LibraryRow(
                "3",
                "Orrin weights",
                "Open weights, published, with a very long line that ends in dots",
                "layers",
                "France",
                "lists",
                "",
                0,
                "12 Nov",
                "1",
            ),
        ]
    )
    library.choose("1")
    parties = RowList("parties", "Parties", PartyRowDelegate())
    parties.show_rows(
        [
            PartyRow("1", "Selat Compute", "Buyer and end user", "Malaysia", "met", "No hits"),
            PartyRow("2", "Brightwater", "Owner, 30 %", "Malaysia", "unknown", "Owner not known"),
        ]
    )
    rail = Rail()
    rail.show_sections(
        (
            SectionView("a", "Exporter and transaction", Share(9, 0, 9)),
            SECTION,
            SectionView("w", "Datasheet worksheet", Share(10, 1, 14), depth=1),
            SectionView("p", "People"),
        ),
        "w",
    )
    rail.setFixedWidth(theme.px(232))
    library.setFixedHeight(theme.px(180))
    parties.setFixedHeight(theme.px(110))
    right = layout.Pane(layout.column(library, parties, layout.STRETCH))
    pane = layout.Pane(
        layout.row(layout.Pane(layout.column(rail, layout.STRETCH), "chrome"), right, gap=0)
    )
    pane.setMinimumHeight(theme.px(400))
    toast = Toast(pane)
    pane.resize(theme.px(900), theme.px(400))
    toast.tell("Deleted ‘NX-8 server’.")
    return pane


SHEETS = {"states": states, "pieces": pieces, "cards": cards, "pictures": pictures, "lists": lists}


def draw(app: QApplication, folder: Path) -> None:
    """Draw every sheet in every look."""
    for dark in (False, True):
        for zoom in (1.0, 2.0):
            theme.apply(app, theme.Look(dark=dark, zoom=zoom, motion=False))
            for name, make in SHEETS.items():
                _draw(app, make(), folder / f"{name}-{'dark' if dark else 'light'}-{zoom:.0%}.png")


def _draw(app: QApplication, inner: QWidget, path: Path) -> None:
    page = layout.Pane(layout.column(inner, margins=(24, 20, 24, 20)), "page")
    width = theme.px(960)
    page.resize(width, 10)
    page.show()
    app.processEvents()
    page.resize(width, max(page.sizeHint().height(), page.heightForWidth(width)))
    app.processEvents()
    app.processEvents()
    page.grab().save(str(path))
    page.close()


def main() -> None:
    """Make the folder and the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "gallery")
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme.load_fonts()
    draw(app, folder)


if __name__ == "__main__":
    main()
