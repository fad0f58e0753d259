"""What an entry needs for a destination, cell by cell and as a whole matrix."""

from __future__ import annotations

import csv
import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from app.assessment.destinations import NoSuchDestination
from app.assessment.law import NotCovered
from app.operations.licensing import Licensing, NoSuchEntry
from tests.licensing.test_register import WORLDWIDE, has_no_row, speaks_in_prose

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

CODIFIED = "codified and announced as not enforced"
STANDING = (
    "list-based controls only; Part 744 end use and end user, lists and General Prohibitions 4 to "
    "10 not asked"
)
READ = "by the law as read on 2026-09-24"
EMBARGOED = ("Cuba", "Iran", "North Korea", "Syria")


def requirement(licensing: Licensing, number: str, destination: str) -> str:
    return licensing.answer(number, destination).cell.requirement


@pytest.mark.parametrize(
    ("number", "destination", "expected"),
    [
        ("3A090.a", "Germany", "required"),
        ("3A090.a.2", "Canada", "required"),
        ("3A090.a", "China", "required"),
        ("3A090.b", "China", "required"),
        ("3A090.b.1", "Vietnam", "required"),
        ("3A090.b", "UAE", "required"),
        ("3A090.b", "Germany", "conditional"),
        ("3A090.b", "Israel", "conditional"),
        ("3A090.c", "Macau", "required"),
        ("3A090.c", "Vietnam", "conditional"),
        ("3A090", "China", "required"),
        ("3A090", "Germany", "conditional"),
        ("4A090.a", "United Kingdom", "required"),
        ("4A003", "Germany", "conditional"),
        ("4A003.b", "Germany", "required"),
        ("4A003.b", "Canada", "not required"),
        ("4A003.g", "Germany", "not required"),
        ("4A003.z.1.a", "Germany", "required"),
        ("4A003.z.1.b", "Canada", "conditional"),
        ("4A003.z", "China", "required"),
        ("4A003.z", "Germany", "conditional"),
        ("4A005.z.2", "Japan", "required"),
        ("3A001", "China", "required"),
        ("3A001.z.4.a", "Canada", "required"),
        ("3A991", "Germany", "not required"),
        ("3A991.p.1", "China", "not required"),
        ("4A994.l", "Vietnam", "not required"),
        ("3A991", "Russia", "required"),
        ("4A994", "Belarus", "required"),
        ("5A992.c", "France", "not required"),
        ("5A992.z.1", "France", "required"),
        ("5A002.a", "United Kingdom", "required"),
        ("5A002.a", "Canada", "not required"),
        ("5E002", "Australia", "conditional"),
        ("3D001", "Canada", "conditional"),
        ("3E001", "Japan", "conditional"),
        ("3D006", "Germany", "not required"),
        ("3D006", "China", "required"),
        ("4E091", "Canada", "required"),
        ("2B910", "Canada", "required"),
        ("4A102", "Japan", "conditional"),
        ("4A611", "Japan", "conditional"),
        ("0A983", "Germany", "conditional"),
        ("5A980", "Canada", "conditional"),
        ("3A992", "Pakistan", "required"),
        ("0A506", "Australia", "required"),
        ("EAR99", "Germany", "not required"),
        ("EAR99", "Russia", "see part 746"),
        ("EAR99", "Cuba", "see part 746"),
        ("3A090.a", "Iran", "see part 746"),
        ("EAR99", "Crimea", "see part 746"),
        ("3A991", "DNR", "see part 746"),
        ("3A090.a", "Puerto Rico", "not an export"),
        ("EAR99", "US", "not an export"),
    ],
)
def test_the_requirement_follows_from_entry_and_destination(
    licensing: Licensing, number: str, destination: str, expected: str
) -> None:
    assert requirement(licensing, number, destination) == expected


def test_codified_but_not_enforced_is_required_and_says_so_first(licensing: Licensing) -> None:
    assert licensing.answer("3A090.a", "Germany").because.startswith(CODIFIED)
    assert licensing.answer("4E091", "Japan").because.startswith(CODIFIED)
    assert CODIFIED not in licensing.answer("3A090.a", "China").because
    computer = licensing.answer("4A003.z.1.a", "Germany").because
    assert computer.startswith("for paragraph .z.1.a: NS column 1; codified")


def test_before_it_was_announced_the_worldwide_rule_was_in_force(law: Questionnaire) -> None:
    answer = Licensing(law, dt.date(2025, 3, 1)).answer("3A090.a", "Germany")
    assert answer.cell.requirement == "required"
    assert CODIFIED not in answer.because


def test_the_emirates_name_the_approved_recipients_from_the_day_of_their_rule(
    licensing: Licensing, law: Questionnaire
) -> None:
    assert "Supp. No. 8" in licensing.answer("3A090.b", "UAE").because
    before = Licensing(law, dt.date(2026, 7, 9)).answer("3A090.b", "UAE")
    assert before.cell.requirement == "required"
    assert "Supp. No. 8" not in before.because


def test_outside_its_countries_the_b_tier_depends_on_the_head_office(licensing: Licensing) -> None:
    for number in ("3A090.b", "3A090.c"):
        because = licensing.answer(number, "Germany").because
        assert because.startswith("required if for an entity headquartered in Macau or D:5")


def test_not_required_stands_with_its_sentence_and_the_date_of_the_law(
    licensing: Licensing,
) -> None:
    assert licensing.answer("3A991", "Germany").because == f"{STANDING}; {READ}"


def test_a_paragraph_that_does_not_exist_is_an_error(licensing: Licensing) -> None:
    for number in ("3A090.d", "3A090.a.3", "4A003.a", "4A994.g", "3A001.z.5", "3D001.a", "4A090.c"):
        with pytest.raises(NoSuchEntry, match="does not exist"):
            licensing.code(number)


def test_an_entry_that_does_not_exist_names_what_comes_near(licensing: Licensing) -> None:
    with pytest.raises(NoSuchEntry, match=r"did you mean .*3A090"):
        licensing.code("3A091")
    for number in ("", "3A", "chips", "3A090.a,4A090.a"):
        with pytest.raises(NoSuchEntry):
            licensing.code(number)


def test_a_paragraph_of_another_entry_is_answered_for_the_entry(licensing: Licensing) -> None:
    for number in ("1A002.x", "3A001.a.7", "0A606.y"):
        answer = licensing.answer(number, "China")
        assert answer.number == number
        assert "paragraph not checked" in answer.because
        whole = requirement(licensing, number.partition(".")[0], "China")
        assert answer.cell.requirement == whole


def test_letters_are_read_in_either_case(licensing: Licensing) -> None:
    assert licensing.code(" 3a090.A.1 ").number == "3A090.a.1"
    assert licensing.code("ear99").number == "EAR99"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Turkey", "Türkiye"),
        ("TÜRKIYE", "Türkiye"),
        ("Macao", "Macau"),
        ("Myanmar", "Burma"),
        ("uae", "United Arab Emirates"),
        ("de", "Germany"),
        ("Hong Kong", "China"),
        ("HK", "China"),
        ("South Korea", "Korea, South"),
        ("korea south", "Korea, South"),
        ("the gambia", "Gambia, The"),
        ("Cote d'Ivoire", "Cote d'Ivoire"),
        ("Seycheles", "Seychelles"),
        ("Greenland", "Denmark"),
        ("Guinea", "Guinea"),
        ("South Sudan", "South Sudan, Republic of"),
    ],
)
def test_destinations_go_by_their_names_and_codes(
    licensing: Licensing, typed: str, printed: str
) -> None:
    assert licensing.answer("3A991", typed).destination == printed


def test_hong_kong_is_answered_as_china_and_says_so(licensing: Licensing) -> None:
    for typed in ("HK", "Hong Kong"):
        assert "Hong Kong is answered as China" in licensing.answer("3A991", typed).because
    assert "answered as" not in licensing.answer("3A991", "China").because


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("Congo", ("(CD)", "(CG)")),
        ("Korea", ("(KP)", "(KR)")),
        ("Germny", ("Germany (DE)",)),
        ("Virgin Islands", ("United States (US)",)),
    ],
)
def test_a_name_that_fits_two_places_or_none_lists_them(
    licensing: Licensing, typed: str, candidates: tuple[str, ...]
) -> None:
    with pytest.raises(NoSuchDestination) as caught:
        licensing.answer("3A991", typed)
    assert all(each in str(caught.value) for each in candidates)


@pytest.mark.parametrize("typed", ["", "Atlantis", "??", "X" * 10_000])
def test_an_unknown_name_is_never_guessed(licensing: Licensing, typed: str) -> None:
    with pytest.raises(NoSuchDestination):
        licensing.answer("3A991", typed)


def test_a_day_before_the_edition_names_the_range(law: Questionnaire) -> None:
    with pytest.raises(NotCovered, match="covers 2025-01-01 to 2026-09-24, and later days"):
        Licensing(law, dt.date(2024, 12, 31))


def test_a_day_after_the_reading_says_so_and_one_before_does_not(law: Questionnaire) -> None:
    assert READ in Licensing(law, dt.date(2030, 1, 1)).answer("3A991", "DE").because
    inside = Licensing(law, dt.date(2026, 9, 24)).answer("3A991", "DE")
    assert inside.because == STANDING
    assert "entries as read on 2026-07-23" in (
        Licensing(law, dt.date(2026, 1, 1)).answer("3A991", "DE").because
    )


@pytest.fixture(scope="module")
def matrix(licensing: Licensing) -> list[dict[str, str]]:
    return list(csv.DictReader(licensing.matrix(licensing.codes())))


def test_the_matrix_has_a_row_for_each_entry_and_destination(
    matrix: list[dict[str, str]],
) -> None:
    assert list(matrix[0]) == ["eccn", "destination", "requirement", "because"]
    assert len(matrix) == len({(row["eccn"], row["destination"]) for row in matrix}) == 637 * 200
    assert all(row["because"] for row in matrix)
    assert {row["requirement"] for row in matrix} == {
        "required", "conditional", "not required", "see part 746",
    }  # fmt: skip


def test_the_matrix_says_what_the_single_cells_say(
    matrix: list[dict[str, str]], licensing: Licensing
) -> None:
    for row in matrix[::997]:
        answer = licensing.answer(row["eccn"], row["destination"])
        assert (answer.cell.requirement, answer.because) == (row["requirement"], row["because"])


def test_nothing_that_is_prose_or_unreadable_is_ever_free(
    matrix: list[dict[str, str]], law: Questionnaire
) -> None:
    kept = {n for n, e in law.entries.items() if speaks_in_prose(e) or has_no_row(e) or e.open}
    free = {row["eccn"] for row in matrix if row["requirement"] == "not required"}
    assert not free & kept
    assert len(kept) == 255


def test_embargoed_places_always_refer_and_russia_always_requires(
    matrix: list[dict[str, str]], licensing: Licensing
) -> None:
    names = {licensing.places.find(each).name for each in EMBARGOED}
    found = Counter(
        (row["destination"] in names, row["requirement"])
        for row in matrix
        if row["destination"] in names or row["requirement"] == "see part 746"
    )
    assert found == {(True, "see part 746"): 637 * 4}
    for destination in ("Russia", "Belarus"):
        mine = [row for row in matrix if row["destination"] == destination]
        assert {row["requirement"] for row in mine} == {"required"}


def test_worldwide_controls_are_required_everywhere(matrix: list[dict[str, str]]) -> None:
    found = Counter(row["requirement"] for row in matrix if row["eccn"] in WORLDWIDE)
    assert found == {"required": 18 * 196, "see part 746": 18 * 4}


def test_the_classes_of_the_whole_matrix_are_counted(matrix: list[dict[str, str]]) -> None:
    assert Counter(row["requirement"] for row in matrix) == {
        "required": 68864, "conditional": 35777, "not required": 20211, "see part 746": 2548,
    }  # fmt: skip
