"""What one row of a catalogue decides, at each limit and with each column left empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Ask = Callable[..., dict[str, str]]

NONE = "none of 3A090, 4A090, 3A991.p, 4A994.l"


@pytest.mark.parametrize(
    ("cells", "eccn", "tpp"),
    [
        # The worked figures of Technical Note 2, and the limit itself from both sides.
        ({"int8": 600}, "3A090.a.1", "4800"),
        ({"fp16": 300}, "3A090.a.1", "4800"),
        ({"fp8": 1979}, "3A090.a.1", "15832"),
        ({"fp8": 599.875, "die_area_mm2": 3200, "non_planar": "yes"}, "3A991.p", "4799"),
        # Regions of 3A090 by performance and density.
        ({"fp8": 242, "die_area_mm2": 294, "non_planar": "yes"}, "3A090.a.2", "1936"),
        ({"fp8": 239, "die_area_mm2": 609, "non_planar": "yes"}, "3A991.p", "1912"),
        ({"fp8": 375, "die_area_mm2": 1500, "non_planar": "yes"}, "3A090.b.1", "3000"),
        ({"fp8": 250, "die_area_mm2": 500, "non_planar": "yes"}, "3A090.b.2", "2000"),
        ({"fp8": 199.875, "die_area_mm2": 100, "non_planar": "yes"}, "3A991.p", "1599"),
        ({"fp8": 200, "die_area_mm2": 100, "non_planar": "yes"}, "3A090.a.2", "1600"),
        ({"fp8": 370, "die_area_mm2": 500, "non_planar": "yes"}, "3A090.a.2", "2960"),
        ({"fp8": 369.9, "die_area_mm2": 500, "non_planar": "yes"}, "3A090.b.1", "2959.2"),
        # The highest product counts; tf32 at 32 bits, fp32 and fp64 too.
        ({"fp8": 100, "tf32": 150}, "3A090.a.1", "4800"),
        ({"fp16": 10, "fp64": 75}, "3A090.a.1", "4800"),
        ({"int8": 10, "fp32": 149, "datacenter": "no"}, "3A991.p", "4768"),
        # Below everything.
        ({"fp8": 7.9, "io_bandwidth_gb_s": 149}, NONE, "63.2"),
        ({"fp8": 8}, "3A991.p", "64"),
        ({"fp8": 1, "io_bandwidth_gb_s": 150}, "3A991.p", "8"),
    ],
)
def test_a_chip_is_placed_by_its_highest_figures(
    concluded: Ask, cells: dict[str, object], eccn: str, tpp: str
) -> None:
    found = concluded(**{"datacenter": "yes", **cells})
    assert (found["us_eccn"], found["us_status"]) == (eccn, "determined")
    assert found["computed_tpp"] == tpp
    assert found["us_missing"] == ""


@pytest.mark.parametrize("kind", ["computer", "electronic assembly", "component"])
def test_what_holds_a_chip_is_placed_by_the_chip(concluded: Ask, kind: str) -> None:
    assert concluded(kind, fp8=600)["us_eccn"] == "4A090.a"
    low = {"fp8": 375, "die_area_mm2": 1500, "non_planar": "yes", "datacenter": "yes"}
    assert concluded(kind, **low)["us_eccn"] == "4A090.b"
    assert concluded(kind, fp8=20)["us_eccn"] == "4A994.l"


def test_it_never_says_that_nothing_lists_the_item(concluded: Ask) -> None:
    for kind in ("integrated circuit", "computer", "software", "hbm"):
        found = concluded(kind, fp8=1, io_bandwidth_gb_s=1)
        assert all("EAR99" not in cell for cell in found.values())


def test_the_reason_ends_with_what_was_not_looked_at(concluded: Ask) -> None:
    for found in (concluded(fp8=600), concluded(fp8=242), concluded("software")):
        assert found["us_because"].endswith("every other entry, end use and end users")
        assert "; not looked at: jurisdiction" in found["us_because"]


def test_empty_cells_are_read_as_none_and_named(concluded: Ask) -> None:
    found = concluded(fp8=600, fp16="none", bf16=0)
    read = "read as none, since the data sheet states none: fp4, fp6, tf32, fp32, fp64, int4, int8"
    assert read in found["us_because"]


def test_without_a_figure_that_is_enough_it_is_undetermined(concluded: Ask) -> None:
    for cells in ({}, {"fp4": 5000}, {"fp32": 400, "int4": 9000}, {"fp8": "none"}):
        found = concluded(**cells)
        assert found["us_status"] == found["us_confidence"] == "undetermined"
        assert found["us_eccn"] == ""
        assert found["us_missing"] == "one of fp8, fp16, bf16, int8, tpp"


def test_four_times_none_and_another_figure_are_enough(concluded: Ask) -> None:
    cells = dict.fromkeys(("fp8", "fp16", "bf16", "int8"), "none")
    assert concluded(**cells, fp32=150)["us_eccn"] == "3A090.a.1"
    assert concluded(**cells)["us_status"] == "undetermined"


def test_a_stated_performance_serves_where_no_throughput_is_given(concluded: Ask) -> None:
    assert concluded(tpp=4800)["us_eccn"] == "3A090.a.1"
    assert concluded(tpp=4800)["computed_tpp"] == "4800"
    below = concluded(tpp=4799.99, datacenter="no")
    assert below["us_eccn"] == "3A991.p"
    assert concluded(tpp=40, io_bandwidth_gb_s=10)["us_status"] == "undetermined"
    assert concluded(tpp=31, io_bandwidth_gb_s=10)["us_eccn"] == NONE


def test_of_a_stated_and_a_computed_performance_the_higher_counts(concluded: Ask) -> None:
    found = concluded(fp8=599, tpp=4801, datacenter="yes")
    assert found["us_eccn"] == "3A090.a.1"
    assert "the higher counts" in found["us_because"]
    assert concluded(fp8=601, tpp=4790)["computed_tpp"] == "4808"


def test_figures_far_apart_on_two_sides_of_a_limit_leave_it_open(concluded: Ask) -> None:
    found = concluded(fp8=580, tpp=4900)
    assert found["us_status"] == "undetermined"
    assert "tpp" in found["us_missing"]
    assert concluded(fp8=900, tpp=9000)["us_eccn"] == "3A090.a.1"


def test_throughputs_are_divided_by_the_circuits_they_are_of(concluded: Ask) -> None:
    found = concluded("electronic assembly", fp8=4 * 239, ics=4, die_area_mm2=609,
                      non_planar="yes", datacenter="yes")  # fmt: skip
    assert (found["us_eccn"], found["computed_tpp"]) == ("4A994.l", "1912")
    assert "figures of 4 circuits, divided: fp8" in found["us_because"]
    assert concluded("computer", tpp=8 * 4800, ics=8)["us_eccn"] == "4A090.a"
    assert concluded("computer", tpp=8 * 4799, ics=8, datacenter="no")["us_eccn"] == "4A994.l"
    assert "divided" not in concluded(fp8=600, ics=1)["us_because"]


def test_a_planar_chip_has_no_density_to_meet(concluded: Ask) -> None:
    found = concluded(fp8=242, non_planar="no", datacenter="yes", die_area_mm2=294)
    assert found["us_eccn"] == "3A991.p"
    assert found["computed_performance_density"] == ""


def test_a_small_node_is_read_as_non_planar_and_a_larger_one_settles_nothing(
    concluded: Ask,
) -> None:
    cells = {"fp8": 242, "die_area_mm2": 294, "datacenter": "yes"}
    small = concluded(**cells, process_nm=7)
    assert small["us_eccn"] == "3A090.a.2"
    assert "process_nm 7: a node of 7 nm or less is read as non-planar" in small["us_because"]
    large = concluded(**cells, process_nm=8)
    assert (large["us_status"], large["us_missing"]) == ("undetermined", "non_planar")
    assert concluded(**cells, process_nm=5, non_planar="no")["us_eccn"] == "3A991.p"


def test_note_2_takes_out_what_is_not_for_data_centres_below_the_limit(concluded: Ask) -> None:
    cells = {"fp8": 500, "die_area_mm2": 600, "non_planar": "yes", "item_datacenter": "no"}
    assert concluded(**cells, datacenter="no")["us_eccn"] == "3A991.p"
    assert concluded(**cells, datacenter="yes")["us_eccn"] == "3A090.a.2"
    assert concluded(**cells)["us_missing"] == "datacenter"
    assert concluded(fp8=600, datacenter="no")["us_eccn"] == "3A090.a.1"


@pytest.mark.parametrize(
    ("cells", "missing"),
    [
        ({"process_nm": 5, "datacenter": "yes"}, "die_area_mm2"),
        ({"die_area_mm2": 294, "datacenter": "yes"}, "non_planar"),
        ({"die_area_mm2": 294, "process_nm": 4}, "datacenter"),
        ({"datacenter": "yes"}, "non_planar, die_area_mm2"),
    ],
)
def test_the_columns_that_would_settle_it_are_named(
    concluded: Ask, cells: dict[str, object], missing: str
) -> None:
    found = concluded(fp8=242, item_datacenter="no", **cells)
    assert found["us_status"] == "undetermined"
    assert sorted(found["us_missing"].split(", ")) == sorted(missing.split(", "))


def test_memory_is_placed_by_its_bandwidth_density(concluded: Ask) -> None:
    assert concluded("hbm", memory_bandwidth_gb_s=819, hbm_package_area_mm2=110)["us_eccn"] == (
        "3A090.c"
    )
    assert concluded("hbm", memory_bandwidth_gb_s=220, hbm_package_area_mm2=110)["us_eccn"] == NONE
    assert concluded("hbm", memory_bandwidth_gb_s=819)["us_missing"] == "hbm_package_area_mm2"


def test_software_and_technology_have_no_columns(concluded: Ask) -> None:
    for kind in ("software", "technology"):
        found = concluded(kind, for_item="NX-8", published="no")
        assert found["us_status"] == "undetermined"
        assert found["us_because"].startswith("not decidable from a catalogue")


def test_weights_are_decided_where_they_are_small_or_published(concluded: Ask) -> None:
    assert concluded("model weights", training_operations="9.9e25")["us_eccn"] == NONE
    assert concluded("model weights", training_operations="2e26", published="yes")["us_eccn"] == (
        NONE
    )
    large = concluded("model weights", training_operations="2e26", published="no")
    assert large["us_status"] == "undetermined"
    assert "not decidable from a catalogue" in large["us_because"]
    unknown = concluded("model weights", published="no")
    assert "could be 4E091" in unknown["us_because"]


def test_memory_bandwidth_only_fills_the_remark_on_review_policy(concluded: Ask) -> None:
    card = {"fp8": 660.8, "die_area_mm2": 608.5, "non_planar": "yes", "datacenter": "no"}
    found = concluded("electronic assembly", **card, dram_bandwidth_gb_s=1008)
    assert "below both limits of the case-by-case policy" in found["us_because"]
    high = concluded("electronic assembly", **card, dram_bandwidth_gb_s=8000)
    assert "not below both limits" in high["us_because"]
    without = concluded("electronic assembly", **card)
    assert "case-by-case" not in without["us_because"]
    assert {each["us_eccn"] for each in (found, high, without)} == {"4A090.a"}


def test_what_is_sent_decides_about_nac_and_never_about_the_class(concluded: Ask) -> None:
    rack = concluded("computer", fp8=661, datacenter="no", item_datacenter="yes")
    assert rack["us_eccn"] == "4A090.a"
    assert "NAC and ACA leave it out" in rack["us_because"]
    card = concluded("electronic assembly", fp8=661, datacenter="no", item_datacenter="no")
    assert "do not leave it out" in card["us_because"]


def test_app_and_cryptography_point_to_a_z_paragraph(concluded: Ask) -> None:
    assert "4A003.z describes it" in concluded("computer", fp8=2000, app_wt=100)["us_because"]
    coded = concluded("computer", fp8=2000, app_wt=5, cryptography="mass market")
    assert "5A002.z or 5A992.z may describe it" in coded["us_because"]


def test_another_reading_that_would_change_the_class_makes_it_arguable(concluded: Ask) -> None:
    cells = {"fp8": 239, "die_area_mm2": 609, "non_planar": "yes", "datacenter": "yes"}
    assert concluded(**cells)["us_confidence"] == "firm"
    both = concluded(**cells, fp32=60)
    assert (both["us_eccn"], both["us_confidence"]) == ("3A991.p", "arguable")
    assert "tensor and vector units of one core added up" in both["us_because"]


def test_a_kind_that_is_not_given_is_what_is_missing(concluded: Ask) -> None:
    found = concluded("", fp8=600)
    assert (found["us_status"], found["us_missing"]) == ("undetermined", "kind")
