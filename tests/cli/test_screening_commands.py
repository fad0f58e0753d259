"""``clearway lists`` and ``clearway screen`` as somebody types them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from app.cli.main import run
from app.cli.terminal import Terminal
from tests.screening.made import ROWS, UN_XML, csl_csv

if TYPE_CHECKING:
    from pathlib import Path


class Typed:
    """What a command said, complained and answered; ``days`` from now for the clock."""

    def __init__(self, tmp_path: Path) -> None:
        self.folder = tmp_path
        self.days = 0

    def __call__(self, *arguments: str) -> int:
        self._output, self._errors = io.StringIO(), io.StringIO()
        moment = dt.datetime(2026, 11, 25, 12, tzinfo=dt.UTC) + dt.timedelta(days=self.days)
        place = self.folder / "library.sqlite"
        terminal = Terminal(self._output, self._errors, lambda: moment, place, "A.", "0.1.0")
        return run(arguments, terminal, lambda *_: 0)

    @property
    def said(self) -> str:
        return self._output.getvalue()

    @property
    def complained(self) -> list[str]:
        return self._errors.getvalue().splitlines()

    @property
    def rows(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.said)))

    def file(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    return Typed(tmp_path)


@pytest.fixture
def ready(typed: Typed) -> Typed:
    assert typed("lists", "import", typed.file("csl.csv", csl_csv())) == 0
    return typed


def test_an_import_says_title_count_age_hash_and_what_changed(typed: Typed) -> None:
    csl, un = typed.file("csl.csv", csl_csv()), typed.file("un.xml", UN_XML)
    assert typed("lists", "import", csl, un) == 0
    assert "Consolidated Screening List: 4 parties, imported 2026-11-25, sha256 " in typed.said
    assert "UN Security Council consolidated list: 2 parties, dated 2026-11-21" in typed.said
    assert "4 added, 0 changed, 0 removed, 0 rows left out" in typed.said
    assert typed.complained == []


def test_a_bad_row_is_told_with_file_row_and_column_and_the_others_are_kept(typed: Typed) -> None:
    bad = typed.file("csl.csv", csl_csv((*ROWS, {"_id": "x", "name": "No Source"})))
    assert typed("lists", "import", bad) == 1
    assert typed.complained[0].startswith(f"{bad}:6:source: is empty")
    assert "4 parties" in typed.said
    assert "1 rows left out" in typed.said


def test_a_file_that_is_no_list_does_not_stop_the_next(typed: Typed) -> None:
    wrong = typed.file("wrong.csv", "a,b\n1,2\n")
    missing = str(typed.folder / "missing.csv")
    assert typed("lists", "import", wrong, missing, typed.file("csl.csv", csl_csv())) == 1
    assert [line.split(": ")[1] for line in typed.complained] == [wrong, missing]
    assert "4 parties" in typed.said


def test_an_unknown_source_is_warned_of_and_kept(typed: Typed) -> None:
    rows = (*ROWS, {"_id": "x", "source": "New List (NEW)", "name": "Quillon Fjordworks"})
    assert typed("lists", "import", typed.file("csl.csv", csl_csv(rows))) == 0
    assert "unknown source 'New List (NEW)'" in typed.complained[0]
    assert typed("screen", typed.file("n.csv", "id,name\n1,Quillon Fjordworks\n")) == 0
    assert typed.rows[1][2] == "New List (NEW)"


def test_lists_are_listed_and_none_says_where_to_get_them(typed: Typed) -> None:
    assert typed("lists", "list") == 0
    assert "https://data.trade.gov" in typed.said
    typed("lists", "import", typed.file("csl.csv", csl_csv()))
    assert typed("lists", "list") == 0
    assert typed.said.split("\t")[:2] == ["Consolidated Screening List", "4 parties"]


def test_names_are_screened_a_row_for_each_hit_and_one_for_a_name_without(ready: Typed) -> None:
    names = ready.file("n.csv", "Name,extra,ID\nKvantun Photonics,x,7\nMaple Bakery,y,8\n")
    assert ready("screen", names) == 0
    header, hit, none = ready.rows
    assert header == ["id", "name", "list", "entry", "matched_name", "score", "band"]
    assert hit[:5] == [
        "7",
        "Kvantun Photonics",
        "Entity List",
        ROWS[0]["name"],
        "Kvantum Photonics",
    ]
    assert 0.8 < float(hit[5]) < 1
    assert hit[6] in ("strong", "possible")
    assert none == ["8", "Maple Bakery", "", "", "", "", ""]


def test_the_threshold_is_the_lowest_score_written(ready: Typed) -> None:
    names = ready.file("n.csv", "id,name,country,address\n7,Kvantun Photonics,RU,\n")
    ready("screen", names, "--threshold", "0.99")
    assert ready.rows[1][2] == ""
    ready("screen", names, "--threshold", "0.5")
    assert ready.rows[1][2] == "Entity List"


@pytest.mark.parametrize("wrong", ["0", "1.5", "-1", "nan", "many"])
def test_a_threshold_that_is_no_score_is_wrong_usage(ready: Typed, wrong: str) -> None:
    with pytest.raises(SystemExit) as left:
        ready("screen", "n.csv", "--threshold", wrong)
    assert left.value.code == 2


def test_bad_rows_of_names_are_told_and_the_good_ones_screened(ready: Typed) -> None:
    text = 'id,name\n1,Kvantum Photonics\n2\n3,\n4,"open\n5,Maple Bakery\n'
    names = ready.file("n.csv", text)
    assert ready("screen", names) == 1
    assert [line.split(": ")[0] for line in ready.complained] == [
        f"{names}:3",
        f"{names}:4:name",
        f"{names}:5",
    ]
    assert [row[0] for row in ready.rows[1:]] == ["1", "5"]


def test_a_very_long_name_is_screened_as_far_as_names_go_and_told(ready: Typed) -> None:
    names = ready.file("n.csv", "id,name\n1,Kvantum Photonics" + " Ltd" * 3_000 + "\n")
    assert ready("screen", names) == 1
    assert "is longer than 1000 letters" in ready.complained[0]
    assert ready.rows[1][4] == "Kvantum Photonics"


def test_a_file_without_the_columns_is_told(ready: Typed) -> None:
    names = ready.file("n.csv", "number,who\n1,x\n")
    assert ready("screen", names) == 1
    assert ready.complained == [
        f"{names}:1:id: there is no such column",
        f"{names}:1:name: there is no such column",
    ]


def test_results_go_into_a_file(ready: Typed) -> None:
    out = ready.folder / "out.csv"
    names = ready.file("n.csv", "id,name\n1,Brennholt Precision Tooling\n")
    assert ready("screen", names, "-o", str(out)) == 0
    assert "Denied Persons List" in out.read_text(encoding="utf-8")
    assert ready.said == f"{out}\n"


def test_an_old_list_is_said_to_be_old(ready: Typed) -> None:
    ready.days = 9
    assert ready("screen", ready.file("n.csv", "id,name\n1,Maple\n")) == 0
    assert "OLD: 9 days" in ready.complained[0]


def test_without_a_list_nothing_is_screened(typed: Typed) -> None:
    assert typed("screen", typed.file("n.csv", "id,name\n1,Maple\n")) == 1
    assert "no list has been imported" in typed.complained[0]
    assert typed.said == ""
