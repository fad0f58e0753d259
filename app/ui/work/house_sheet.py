"""A firm's own for all its documents: name, logo, handling legend, paper; and where templates lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.operations.house import read_logo
from app.report.house import House, Legend
from app.report.jobs import Paper
from app.report.logo import LogoRefusedError
from app.ui.kit import layout
from app.ui.kit.button import Button, Kind
from app.ui.kit.field_box import FieldBox
from app.ui.kit.scroll import Scroll
from app.ui.kit.segmented import Segmented
from app.ui.kit.text import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

_LEGENDS = ((Legend.NONE.value, "None"), (Legend.CONFIDENTIAL.value, "Confidential"),
            (Legend.COUNSEL.value, "Counsel"))  # fmt: skip
_PAPERS = ((Paper.LETTER.value, "Letter"), (Paper.A4.value, "A4"))
_WARNING = (
    "A legend by itself makes no privilege. A record that you must keep and show stays one, whatever "
    "stands on it. Choose Counsel only if counsel directed the work, and name counsel."
)


class HouseForm(QWidget):
    """Announces what a person wants kept."""

    kept = Signal(object)  # a House

    def __init__(self) -> None:
        super().__init__()
        self._house = House()
        self.name, self.counsel = FieldBox(), FieldBox()
        _name(self.name.edit, "settings.name", "Name of the firm")
        _name(self.counsel.edit, "settings.counsel", "Counsel who directed the work")
        self.legend = Segmented("settings.legend", _LEGENDS, Legend.NONE.value)
        self.legend.setAccessibleName("Handling legend")
        self.paper = Segmented("settings.paper", _PAPERS, Paper.LETTER.value)
        self.paper.setAccessibleName("Paper")
        self.logo = Button("settings.logo", "Choose a logo", icon="import")
        self.no_logo = Button("settings.no_logo", "Without a logo", Kind.LINK)
        self._logo_words = Text("", "small", "text.2")
        self._trouble = Text("", "small", "required.text")
        self._place = Text("", "small", "text.2")
        self.save = Button("settings.save", "Keep for all documents", Kind.PRIMARY)
        self._connect()
        self.setLayout(layout.column(Scroll(layout.Pane(self._rows(), "chrome"), "chrome"), gap=0))

    def _connect(self) -> None:
        self.legend.view_chosen.connect(self._legend_chosen)
        self.logo.clicked.connect(self._ask_for_logo)
        self.no_logo.clicked.connect(self._take_logo_away)
        self.save.clicked.connect(self._keep)

    def _rows(self) -> layout.Box:
        def label(words: str) -> Text:
            return Text(words, "label", "text.3")

        column = layout.column(gap=6, margins=(16, 8, 16, 20))
        column.fill(label("Firm"), self.name, label("Logo (PNG or SVG)"), self._logo_words)
        column.fill(layout.row(self.logo, self.no_logo, layout.STRETCH, gap=6), self._trouble)
        column.fill(label("Handling legend"), layout.row(self.legend, layout.STRETCH))
        self._warning = Text(_WARNING, "small", "text.2")
        column.fill(self._warning, self.counsel, label("Paper"))
        column.fill(layout.row(self.paper, layout.STRETCH), label("Own templates"), self._place)
        column.fill(layout.row(self.save, layout.STRETCH), layout.STRETCH)
        return column

    def show_house(self, house: House, place: Path) -> None:
        """Show what is set, and where own templates would lie."""
        self._house = house
        self.name.show_text(house.name)
        self.counsel.show_text(house.counsel)
        self.counsel.show_placeholder("Counsel, by name")
        self.legend.show_current(house.legend.value)
        self.paper.show_current(house.paper.value)
        there = "" if house.templates else " There are none yet."
        self._place.show_text(
            f"{place}{there} A file there stands over the shipped one of its name; "
            "“clearway check” looks at it."
        )
        self._trouble.show_text("")
        self._legend_chosen(house.legend.value)
        self._show_logo()

    def _show_logo(self) -> None:
        size = len(self._house.logo)
        self._logo_words.show_text(f"A logo of {size:,} bytes." if size else "No logo.")
        self.no_logo.setVisible(bool(size))
        self._trouble.setVisible(bool(self._trouble.text()))

    def _legend_chosen(self, legend: str) -> None:
        self.counsel.setVisible(legend == Legend.COUNSEL.value)
        self._warning.setVisible(legend != Legend.NONE.value)

    def _ask_for_logo(self) -> None:
        dialog = QFileDialog(self, "Choose a logo", "", "Logo (*.png *.svg)")
        dialog.setObjectName("settings.logo_dialog")
        dialog.fileSelected.connect(self.take_logo)
        dialog.open()

    def take_logo(self, path: str) -> None:
        """Take a logo from a file, or say why it is none."""
        try:
            self._house = replace(self._house, logo=read_logo(Path(path)))
            self._trouble.show_text("")
        except LogoRefusedError as error:
            self._trouble.show_text(str(error))
        self._show_logo()

    def _take_logo_away(self) -> None:
        self._house = replace(self._house, logo=b"")
        self._show_logo()

    def _keep(self) -> None:
        house = replace(
            self._house,
            name=self.name.text().strip(),
            counsel=self.counsel.text().strip(),
            legend=Legend(_current(self.legend)),
            paper=Paper(_current(self.paper)),
        )
        self.kept.emit(house)


def _current(choice: Segmented) -> str:
    return next(id_ for id_, part in choice.parts.items() if part.isChecked())


def _name(edit: QLineEdit, name: str, words: str) -> None:
    edit.setObjectName(name)
    edit.setAccessibleName(words)
