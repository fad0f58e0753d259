"""Pictures are drawn from numbers alone, and say the same numbers to those who cannot see them."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from app.report.pictures import plane as planes
from app.report.pictures import route
from app.report.pictures import timeline as timelines
from app.report.pictures import world as worlds
from app.report.pictures import zones as rooms
from app.report.pictures.geography import places, shapes, thinned
from app.report.pictures.svg import WIDTH, Room, wrapped
from tests.report.specimen import drawings

if TYPE_CHECKING:
    from app.report.pictures.svg import Picture

ALL = {
    "plane": drawings.plane,
    "timeline": drawings.timeline,
    "path": drawings.path,
    "world": drawings.world,
    "zones": drawings.zones,
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=ALL)
def drawing(request: pytest.FixtureRequest) -> Picture:
    made: Picture = ALL[request.param]()
    return made


def test_a_drawing_is_xml_with_its_words_first(drawing: Picture) -> None:
    root = ET.fromstring(drawing.markup)  # noqa: S314  # our own
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == drawing.alt


def test_a_drawing_uses_plain_strokes_only(drawing: Picture) -> None:
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(drawing.markup).iter()}  # noqa: S314
    assert tags <= {"svg", "title", "rect", "line", "path", "circle", "text"}


def test_a_drawing_stays_on_its_sheet(drawing: Picture) -> None:
    root = ET.fromstring(drawing.markup)  # noqa: S314
    height = float(root.attrib["height"])
    for element in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x >= -3
        assert x + w <= WIDTH + 6
        assert y >= -3
        assert y + h <= height + 3


def test_the_same_numbers_make_the_same_drawing(drawing: Picture) -> None:
    assert drawing in [draw() for draw in ALL.values()]


def test_the_plane_says_where_each_item_stands_and_what_each_region_is() -> None:
    alt = drawings.plane().alt
    assert "Sample board: total processing performance 15,832, performance density 19.45." in alt
    assert "3A090.a.1: total processing performance of 4,800 or more" in alt
    assert "of 2,400 or more and below 4,800" in alt


def test_an_unknown_density_is_a_dashed_line_and_never_a_dot() -> None:
    made = planes.draw(drawings.plane_of(planes.Item("Card", 1936, None)))
    assert "<circle" not in made.markup
    assert 'stroke-dasharray="4 2.5"' in made.markup
    assert "performance density not known" in made.alt
    assert "somewhere on this line" in made.markup


def test_an_item_of_which_nothing_is_known_is_said_and_not_drawn() -> None:
    made = planes.draw(drawings.plane_of(planes.Item("Card", None, None)))
    assert "<circle" not in made.markup
    assert (
        "Card: total processing performance not known, performance density not known." in made.alt
    )


@pytest.mark.parametrize("values", [(1e9, 19.0), (15832, 0.001), (0.0, 0.0)])
def test_an_item_outside_the_range_stands_at_its_edge_and_says_so(
    values: tuple[float, float],
) -> None:
    made = planes.draw(drawings.plane_of(planes.Item("Card", *values)))
    assert "Card, off the scale" in made.markup
    assert "(off the scale)" in made.alt


def test_labels_of_items_at_one_place_do_not_cover_each_other() -> None:
    room = Room((0, 0, 400, 200))
    spots = [room.place(200, 100, "A label", 8) for _ in range(6)]
    assert len(set(spots)) == 6


def test_the_timeline_says_every_stretch() -> None:
    alt = drawings.timeline().alt
    assert "stayed from 2025-11-10 to 2026-11-09, then not confirmed from 2026-11-10" in alt
    assert "This memo: 2026-11-24." in alt


@pytest.mark.parametrize("state", timelines.State)
def test_states_differ_without_colour(state: timelines.State) -> None:
    def look(each: timelines.State) -> str:
        return re.sub(r'(?:fill|stroke)="[^"]*"', "", timelines._block(0, 0, 16, each))

    others = {look(each) for each in timelines.State if each is not state}
    if state not in (timelines.State.NOT_DUE, timelines.State.PENDING):
        assert look(state) not in others


def test_a_link_of_the_path_that_is_not_known_is_dashed() -> None:
    made = drawings.path()
    assert made.markup.count('stroke-dasharray="3 2"') == 5
    assert (
        "4A090.a, contains a controlled circuit (conclusion), from C-01 TPP and C-02 Density."
        in made.alt
    )


def test_boxes_of_the_path_do_not_cover_each_other() -> None:
    boxes = tuple(route.Box(str(n), "Head", ("note",)) for n in range(5))
    target = tuple(route.Box(f"t{n}", "Head", (), sources=("0",)) for n in range(5))
    columns = (route.Column("a", boxes), route.Column("b", target))
    places_ = route._placed(columns, 200)
    tops = sorted((x, y, y + h) for x, y, _, h in places_.values())
    pairs = pairwise(tops)
    assert all(b[1] >= a[2] for a, b in pairs if a[0] == b[0])


def test_the_map_names_the_countries_of_each_class() -> None:
    alt = drawings.world().alt
    assert "Licence required; first group: CD, China, IQ, LY, Macau, SD, VE." in alt
    assert "Codified, not enforced: 14 countries." in alt


def test_countries_without_an_outline_are_dots() -> None:
    one = (("a", worlds.Class("A class", worlds.Fill.SOLID)),)
    dots = worlds.draw(worlds.World("T", one, {"SG": "a", "MO": "a", "BH": "a"}, {})).markup
    none = worlds.draw(worlds.World("T", one, {"CN": "a"}, {})).markup
    assert (dots.count("<circle"), none.count("<circle")) == (3, 0)


def test_countries_without_a_class_are_said_in_the_legend() -> None:
    one = (("a", worlds.Class("A class", worlds.Fill.SOLID)),)
    assert "No class given" in worlds.draw(worlds.World("T", one, {"CN": "a"}, {})).markup


def test_a_class_without_a_legend_is_refused() -> None:
    with pytest.raises(ValueError, match="classes without a legend: b"):
        worlds.World("T", (), {"CN": "b"}, {})


def test_every_place_with_an_outline_is_on_the_map() -> None:
    keys = shapes(worlds._sheet()).keys()
    wanted = {place.shape for place in places().values() if place.shape}
    assert wanted - keys <= {"010"}  # Antarctica is not drawn
    assert places()["SG"].shape is None


def test_thinning_keeps_the_ends_and_what_can_be_seen() -> None:
    line = [(float(x), 0.01 * (x % 2)) for x in range(50)]
    assert thinned(line) == [line[0], line[-1]]
    corner = [(0.0, 0.0), (5.0, 9.0), (10.0, 0.0)]
    assert thinned(corner) == corner


def test_zones_are_told_from_the_outside_in() -> None:
    zone = rooms.Zone("House", ("door",), (rooms.Zone("Room"), rooms.Zone("Cage", ("two keys",))))
    assert rooms.draw(zone).alt == (
        "Plan of zones, one inside the other. House: door. Room, inside House. "
        "Cage, inside House: two keys."
    )


def test_words_that_do_not_fit_end_in_an_ellipsis() -> None:
    assert wrapped("one two three four", 30, 8, 2)[-1].endswith("…")
    assert wrapped("short", 200, 8) == ["short"]
