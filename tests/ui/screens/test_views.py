from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.assessment.assessment import assess, given_all
from app.assessment.interview import parts
from app.assessment.law import read_on
from app.assessment.trace import Finding
from app.operations.desk import Line
from app.operations.samples import samples
from app.operations.summary import Summary
from app.ui.kit.question_view import UNANSWERED, Kind
from app.ui.kit.tree_node import TreeNode
from app.ui.views import library, why, words
from app.ui.views.edition import age_words
from app.ui.views.finding import everything, found
from app.ui.views.law import has_words, law_view
from app.ui.views.pages import neighbours, page_view
from app.ui.views.places import REVIEW, Place, Trail, suffixed
from app.ui.views.planes import plane_of
from app.ui.views.review import review_of
from app.ui.views.sections import (
    ordered_places,
    place_of_address,
    place_of_row,
    progress_of,
    section_rows,
)
from app.ui.views.settling import settling_rows
from app.ui.views.so_far import later_words, so_far
from tests.ui.screens.conftest import NOON

if TYPE_CHECKING:
    from app.assessment.assessment import Assessment
    from app.questionnaire.definition import Questionnaire

DAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="session")
def server(law: Questionnaire) -> Assessment:
    return assess(law, samples()[0].answers, DAY)


@pytest.fixture(scope="session")
def empty(law: Questionnaire) -> Assessment:
    return assess(law, {}, DAY)


def test_back_and_forward_are_earlier_and_later_places() -> None:
    trail = Trail().gone_to(Place(id="a")).gone_to(Place(id="b"))
    assert trail.back().here == Place(id="a")
    assert trail.back().forward() == trail
    assert trail.back().gone_to(Place(id="c")).forward().here == Place(id="c")


def test_going_where_one_is_adds_no_place() -> None:
    trail = Trail().gone_to(Place(id="a"))
    assert trail.gone_to(Place(id="a")) == trail
    assert Trail().back() == Trail()


def test_the_review_names_the_section_it_was_opened_from() -> None:
    trail = Trail().gone_to(Place(id="a")).gone_to(Place(REVIEW))
    assert trail.last_section() == Place(id="a")


def test_an_object_name_has_the_keys_behind_the_id() -> None:
    assert suffixed("determination.licence", ("i1", "d2")) == "determination.licence@i1.d2"
    assert suffixed("section.exporter", ()) == "section.exporter"


def test_progress_says_how_many_are_not_known_and_never_a_percentage(server: Assessment) -> None:
    progress = progress_of(parts(server))
    assert progress.not_known
    assert progress.words().endswith("not known")
    assert "%" not in progress.words()


def test_a_section_of_several_members_has_a_row_for_each_while_it_is_open(
    server: Assessment,
) -> None:
    found_parts = parts(server)
    closed = section_rows(server, found_parts, Place(id="exporter"))
    opened = section_rows(server, found_parts, Place(id="parties", keys=("p1",)))
    assert "parties@p1" not in [row.id for row in closed]
    assert "parties@p1" in [row.id for row in opened]


def test_a_section_without_members_says_so(empty: Assessment) -> None:
    rows = {row.id: row for row in section_rows(empty, parts(empty), Place(id="exporter"))}
    assert rows["worksheet"].words() == "no item yet"


def test_next_and_back_visit_every_section_once(server: Assessment) -> None:
    here: Place | None = ordered_places(server)[0]
    seen: list[Place] = []
    while here:
        seen.append(here)
        here = neighbours(server, here)[1]
    assert tuple(seen) == ordered_places(server)


def test_a_row_of_the_rail_leads_to_the_member_seen_last(server: Assessment) -> None:
    last = Place(id="parties", keys=("p2",))
    assert place_of_row(server, "parties", last) == last
    assert place_of_row(server, "parties", None).keys == ("p1",)
    assert place_of_row(server, "parties@p2", None).keys == ("p2",)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("planned_day", Place(id="transaction")),
        ("items.i1.die_area", Place(id="worksheet", keys=("i1",))),
        ("items.complete", Place(id="items", keys=("i1",))),
        ("items", Place(id="items", keys=("i1",))),
        ("nothing", None),
    ],
)
def test_every_address_has_its_place(server: Assessment, address: str, place: Place | None) -> None:
    assert place_of_address(server, address) == place


def test_every_question_asked_has_a_card_that_fits_its_kind(server: Assessment) -> None:
    found_parts = parts(server)
    for place in ordered_places(server):
        view = page_view(server, found_parts, place, enabled=True)
        for each in view.questions:
            assert each.view.title
            assert (each.view.kind is Kind.TABLE) == bool(each.view.rows)
            assert (each.view.kind is Kind.COUNTRY) == bool(each.view.countries)


def test_not_known_and_unanswered_are_two_things(empty: Assessment) -> None:
    said = given_all(empty, {"exporter_name": None})
    view = page_view(said, parts(said), Place(id="exporter"), enabled=True)
    shown = {each.address: each.view for each in view.questions}
    assert shown["exporter_name"].is_unknown
    assert shown["exporter_country"].answer is UNANSWERED
    assert not shown["exporter_country"].is_unknown


def test_a_doubtful_number_is_kept_and_told_of(server: Assessment) -> None:
    odd = server.given("items.i1.throughput", {"fp8": 9_000_000.0})
    view = page_view(odd, parts(odd), Place(id="worksheet", keys=("i1",)), enabled=True)
    table = next(each.view for each in view.questions if each.address == "items.i1.throughput")
    assert "It is kept" in table.doubt


def test_the_panel_speaks_of_the_member_one_looks_at_where_there_are_many(
    server: Assessment,
) -> None:
    two = given_all(server, {"items": ("i1", "i2"), "items.i2.item_name": "Spare"})
    first = so_far(two, ("i1",))
    assert first.hidden
    assert not any("i2" in each.keys for each in first.found)
    assert {each.name for each in first.rows} & {"determination.licence@i1.d1"}


def test_what_is_another_on_the_planned_day_is_a_headline(
    law: Questionnaire, server: Assessment
) -> None:
    assert all(line.startswith("On ") for line in later_words(server))
    assert later_words(assess(law, {}, DAY)) == ()


def test_the_plane_names_every_region_from_the_definition(server: Assessment) -> None:
    plane = plane_of(server.today, ("i1",))
    assert plane is not None
    stated = next(iter(server.questionnaire.planes.values()))
    assert [region.name for region in plane.regions] == [each.label for each in stated.regions]
    assert plane.items[0].name in plane.sentence


def test_the_review_says_how_many_points_are_open(server: Assessment) -> None:
    review = review_of(server, parts(server))
    assert review.open_points
    assert str(len(review.open_points)) in review.words


def test_the_law_reader_tells_words_that_were_taken_over_from_a_bare_place(
    law: Questionnaire,
) -> None:
    quoted = next(str(cite) for rule in law.rules.values() for cite in rule.cites if cite.words)
    assert has_words(law_view(law, quoted))
    bare = law_view(law, "nowhere/1.2")
    assert not has_words(bare)
    assert bare.place == "1.2"


def test_finding_needs_every_word_and_ignores_accents_and_case(server: Assessment) -> None:
    hits = everything(server, parts(server))
    assert found(hits, "DIES lárge")
    assert not found(hits, "dies nonsense")
    assert found(hits, "") == ()


def test_settling_rows_lead_to_questions_and_to_are_these_all(server: Assessment) -> None:
    rows = settling_rows(server, ["items.i1.die_area", "parties.complete", "nothing.x"])
    assert [view.name for _, view in rows] == ["go.die_area@i1", "go.complete.party"]


LEAF = TreeNode("0.0", "unknown", "Leaf")
TREE = (
    TreeNode("0", "met", "Root", children=(LEAF, TreeNode("0.1", "met", "Yes", "1", "A, 1"))),
    TreeNode("1", "not_met", "Other"),
)


def test_what_decided_it_keeps_what_is_met_and_not_known_keeps_what_is_open() -> None:
    decided = why.filtered(TREE, why.DECIDED)
    assert [node.sentence for node in decided] == ["Root"]
    assert [node.sentence for node in decided[0].children] == ["Yes"]
    unknown = why.filtered(TREE, why.NOT_KNOWN)
    assert [node.sentence for node in unknown[0].children] == ["Leaf"]
    assert why.filtered(TREE, why.EVERYTHING) == TREE


def test_the_why_as_text_is_indented_and_says_each_state() -> None:
    view = why.WhyView("Licence", ("open", "Open"), "because", TREE, {})
    text = why.as_text(view, TREE)
    assert "[met] Root" in text
    assert "\n  [not known] Leaf" in text
    assert "<A, 1>" in text


@pytest.mark.parametrize(
    ("finding", "state"),
    [
        (Finding("x", True), "met"),
        (Finding("x", False), "not_met"),
        (Finding("x", None), "unknown"),
        (Finding("x", None, kind="figure", detail="12 TPP"), "decided"),
        (Finding("x", None, kind="figure", detail="at least 3", settled=False), "unknown"),
    ],
)
def test_a_number_that_is_known_is_decided_and_not_unknown(finding: Finding, state: str) -> None:
    assert why.state_of(finding) == state


def line(**summary: str | int) -> Line:
    return Line("1", "NX-8", NOON, 2, Summary(**summary))  # type: ignore[arg-type]


def test_a_row_of_the_library_says_outcome_open_points_and_revision() -> None:
    row = library.row_of(
        line(
            item="Server",
            destination="Malaysia",
            outcome="A licence",
            tone="required",
            open_points=3,
        ),
        NOON,
    )
    assert row.outcome_words == "Licence required"
    assert row.open_points == 3
    assert row.revision == "Rev. 2"
    assert row.changed == "11:42"


def test_nothing_required_by_the_lists_never_reads_as_clearance() -> None:
    row = library.row_of(line(outcome="No licence by the lists", tone="none"), NOON)
    assert row.outcome == "lists"
    assert "by the lists" in row.outcome_words


def test_the_place_of_the_library_is_told_from_home_on() -> None:
    assert library.file_words(Path.home() / "x" / "library.sqlite") == "~/x/library.sqlite"
    assert library.file_words(Path("/elsewhere/l.sqlite")) == "/elsewhere/l.sqlite"


def test_days_are_told_as_people_tell_them() -> None:
    assert words.day_words(DAY, DAY) == "Today"
    assert words.day_words(DAY - dt.timedelta(days=1), DAY) == "Yesterday"
    assert words.day_words(dt.date(2026, 11, 3), DAY) == "3 Nov 2026"


def test_long_answers_are_cut_on_one_line() -> None:
    assert words.shortened("a\nb   c") == "a b c"
    assert len(words.shortened("x" * 100_000)) == 60


@pytest.mark.parametrize(
    ("days", "words_begin"),
    [(59, ""), (60, "The rules were read 60"), (180, "The rules were read 180")],
)
def test_old_rules_are_warned_of(law: Questionnaire, days: int, words_begin: str) -> None:
    blank = assess(law, {}, read_on(law))
    said = age_words(blank, read_on(law) + dt.timedelta(days=days))
    assert said.startswith(words_begin)
    assert bool(said) == bool(words_begin)
    assert ("Do not rely" in said) == (days >= 180)


def test_a_not_known_answer_in_the_review_names_its_member(server: Assessment) -> None:
    details = [each.detail for each in review_of(server, parts(server)).open_points]
    assert any("Tenants of the Johor" in each for each in details)
