"""The shipped law, asked for one item at a time."""

from __future__ import annotations

import csv
import datetime as dt
import io
from typing import TYPE_CHECKING

import pytest

from app.assessment.catalogue import Catalogue
from app.operations.catalogue import classify
from tests.shipped import shipped_with_registers

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.questionnaire.definition import Questionnaire

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="session")
def law() -> Questionnaire:
    return shipped_with_registers()


@pytest.fixture(scope="session")
def catalogue(law: Questionnaire) -> Catalogue:
    return Catalogue(law, TODAY)


@pytest.fixture(scope="session")
def concluded(catalogue: Catalogue) -> Callable[..., dict[str, str]]:
    """What is added to one row, given by its cells; the kind is a chip unless given."""

    def ask(kind: str = "integrated circuit", **cells: object) -> dict[str, str]:
        row = {"kind": kind, **{name: str(cell) for name, cell in cells.items()}}
        text, out, said = io.StringIO(), io.StringIO(), list[str]()
        writer = csv.DictWriter(text, row)
        writer.writeheader()
        writer.writerow(row)
        assert classify(catalogue, text.getvalue(), out, said.append), said
        return next(csv.DictReader(io.StringIO(out.getvalue())))

    return ask
