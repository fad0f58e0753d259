"""The screening record says what was searched, in what, when, what was found and who decided."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from app.report.documents import DOCUMENTS, job_for
from app.report.jobs import Paper
from app.report.memo import memo_context
from app.report.renderer import Renderer
from app.report.screened import Stand
from app.report.screening import screening_context
from app.report.screening.record import MOST_INSIDE
from tests.documents.papers import DELIVERY, said, section_of, subject, tables
from tests.documents.screenings import CLEAN, FALSE, FULL, NEVER, OPEN, PERMITTED, REASON, long
from tests.report.conformance import verdicts
from tests.report.layout import problems
from tests.report.tags import tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.report.screened import Screened
    from app.report.screening import ScreeningContext

CASES = {"none": None, "never": NEVER, "clean": CLEAN, "full": FULL, "long": long(60)}


def record(found: Screened | None) -> ScreeningContext:
    return screening_context(subject(DELIVERY, screened=found), Paper.LETTER)


def test_every_list_stands_with_file_date_count_and_hash() -> None:
    words = said(section_of(record(FULL), "Lists"))
    for part in (
        "consolidated.csv",
        "25,921",
        "ab" * 32,
        "Imported 2026-06-30 08:00",
        "OLD: 30 days",
    ):
        assert part in words
    assert "States no date of its own" in words
    assert "another edition is in the library" in words


def test_every_name_stands_as_typed_and_as_compared() -> None:
    words = said(section_of(record(FULL), "Names"))
    for name in FULL.names:
        assert name.asked in words
        assert name.words in words
    assert "Not screened" in words


def test_a_hit_stands_with_score_words_effect_footnote_and_version() -> None:
    words = said(section_of(record(FULL), "Hits"))
    for part in (
        *OPEN.why,
        OPEN.effect,
        OPEN.footnote,
        OPEN.requirement,
        OPEN.policy,
        "0.93",
        "strong",
    ):
        assert part in words
    assert "Entry EL:a1, version cdcdcdcdcdcdcdcd" in words
    assert "Country: different (RU, CN)" in words


def test_a_decision_stands_with_reason_person_moment_and_second_person() -> None:
    words = said(section_of(record(FULL), "Hits"))
    assert REASON in words
    assert "Decided by A. Sample, 2026-07-01 12:30" in words
    assert "Confirmed by B. Sample" in words
    assert "Nobody has decided." in words


def test_a_permitted_hit_names_its_basis_and_keeps_its_effect() -> None:
    words = said(section_of(record(replace(FULL, hits=(PERMITTED,))), "Hits"))
    assert "Permitted by: BIS licence D000000" in words
    assert OPEN.effect in words


def test_another_party_is_not_told_what_the_entry_would_mean() -> None:
    assert OPEN.effect not in said(section_of(record(replace(FULL, hits=(FALSE,))), "Hits"))


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (None, "No party has been screened."),
        (NEVER, "No party has been screened."),
        (CLEAN, "No match in these lists on this date (2026-07-01). It is no clearance"),
        (FULL, "is not finished: 1 hit still open and 1 name not searched."),
        (replace(CLEAN, hits=(PERMITTED,)), "1 hit on 2026-07-01 found the party itself."),
        (replace(CLEAN, hits=(FALSE,)), "1 hit on 2026-07-01, each decided as another party."),
    ],
)
def test_the_result_says_how_far_it_is_and_never_that_anybody_is_cleared(
    found: Screened | None, says: str
) -> None:
    context = record(found)
    assert says in context.say
    assert "cleared" not in said(context).casefold()


def test_nothing_may_leave_before_a_new_search_however_clean_the_record_is() -> None:
    assert record(CLEAN).hold.endswith("search again on the day of release.")
    assert "decide 1 open hit" in record(FULL).hold
    assert "import new lists" in record(FULL).hold


def test_hits_are_numbered_through_and_grouped_by_name() -> None:
    found = tables(section_of(record(long(60)), "Hits"))
    assert list(found) == ["25 hits for Party 0: Party 0 Ltd", "25 hits for Party 1: Party 1 Ltd",
                           "10 hits for Party 2: Party 2 Ltd"]  # fmt: skip
    numbers = [row.cells[0].text for table in found.values() for row in table.rows]  # type: ignore[union-attr]
    assert numbers == [str(number) for number in range(1, 61)]


def test_the_memo_carries_the_record_as_its_last_annex() -> None:
    annex = memo_context(subject(DELIVERY, screened=FULL), Paper.LETTER).annexes[-1]
    assert annex.title == "Screening record"
    for part in ("consolidated.csv", REASON, OPEN.footnote, "clearway 2", "0.70"):
        assert part in said(annex)


def test_a_memo_with_very_many_hits_prints_those_that_bear_on_something() -> None:
    found = long(MOST_INSIDE + 30)
    annex = memo_context(subject(DELIVERY, screened=found), Paper.LETTER).annexes[-1]
    numbers = sum(len(table.rows) for name, table in tables(annex).items() if "hit" in name)
    assert numbers == sum(hit.stand is not Stand.FALSE for hit in found.hits)
    assert "30 hits decided as another party stand in the screening record" in said(annex)


def test_a_record_of_another_day_is_not_signed() -> None:
    context = screening_context(subject(DELIVERY, screened=CLEAN, as_of=True), Paper.LETTER)
    assert "not to be signed" in said(section_of(context, "Signatures"))


def test_the_record_leaves_the_firm_without_the_assessment() -> None:
    assert not DOCUMENTS["screening"].carries


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer(workers=1) as one:
        yield one


def made(renderer: Renderer, case: str, paper: Paper = Paper.LETTER) -> bytes:
    return renderer.render(
        job_for("screening", subject(DELIVERY, screened=CASES[case]), b"", paper)
    ).pdf


@pytest.fixture(scope="module")
def files(renderer: Renderer) -> dict[str, bytes]:
    return {case: made(renderer, case) for case in CASES}


@pytest.mark.parametrize("case", CASES)
def test_a_record_keeps_in_an_archive_and_reads_aloud(
    files: dict[str, bytes], case: str, tmp_path: Path
) -> None:
    path = tmp_path / f"{case}.pdf"
    path.write_bytes(files[case])
    assert verdicts(path) == ["3a pass", "ua1 pass"]


@pytest.mark.parametrize("case", CASES)
def test_headings_skip_no_level_and_nothing_leaves_its_page(
    files: dict[str, bytes], case: str
) -> None:
    with pikepdf.open(BytesIO(files[case])) as file:
        levels = [int(tag.kind[1]) for tag in tree(file).all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    job = job_for("screening", subject(DELIVERY, screened=CASES[case]), b"", Paper.LETTER)
    assert problems(job) == []


def test_the_same_record_gives_the_same_bytes(renderer: Renderer, files: dict[str, bytes]) -> None:
    assert made(renderer, "full") == files["full"]


def test_names_in_other_scripts_stand_on_paper(files: dict[str, bytes]) -> None:
    text = "".join(
        page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(files["full"])
    )
    for word in ("深圳样品公司", "Образец", "shenzhen yangpin co"):
        assert word in text
