"""Which names are found for which, by what, and that the index leaves none out."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.screening.folding import fold
from app.screening.index import Index, build, from_bytes, to_bytes
from app.screening.likeness import Why, likeness
from app.screening.listed import Kind, Listed
from app.screening.screen import THRESHOLD, Band, Name, Same, explained, screen
from app.screening.search import search, search_all
from tests.screening.made import NAMES, index_of


@functools.cache
def index() -> Index:
    return index_of()


def best(name: str, threshold: float = THRESHOLD) -> str:
    found = search(index(), name, threshold)
    return found[0].name if found else ""


@pytest.mark.parametrize(
    ("asked", "listed"),
    [
        ("voskhod kvantum institute of applied photonics", NAMES[0]),
        ("Applied Photonics Institute Voskhod-Kvantum", NAMES[0]),
        ("Vöskhöd Kvántum Ïnstitute of Applied Photonics", NAMES[0]),
        ("Восход Квантум Institute of Applied Photonics", NAMES[0]),
        ("Kvantum Photonics", NAMES[1]),
        ("Kvantun Photonics", NAMES[1]),
        ("Kvatum Photonics", NAMES[1]),
        ("KvantumPhotonics", NAMES[1]),
        ("Kvan tum Photonics", NAMES[1]),
        ("Kvantum Photonics Holding", NAMES[1]),
        ("Tolibovich Mohammed Zarifov", NAMES[3]),
        ("M. T. Zarifov", NAMES[3]),
        ("Brennholt Precision Tooling", NAMES[6]),
        ("Brennholt Precision Tooling Inc.", NAMES[6]),
        ("Brennholt Precision ToolingGmbH", NAMES[6]),
        ("Brenhollt Precision Tooling G.m.b.H.", NAMES[6]),
        ("深圳 Luminar Microsystems", NAMES[7]),
        ("Zhong Ke Hua Xin Semiconductor", NAMES[8]),
        ("Huaxinwei Elektronik", NAMES[9]),
        ("华新伟电子有限公司", NAMES[9]),
        ("OOO Severny Reaktor", NAMES[10]),
        ("\u041e\u041e\u041e Морской Ветер", NAMES[11]),
        ("Obshestvo s ogranichennoy otvetstvennostyu Morskoy Veter", NAMES[11]),
        ("Yusef Abdulla Kasimi", NAMES[13]),
        ("Tannenbaum", NAMES[14]),
        ("Plant Five of Heavy Presses", NAMES[15]),
        ("Plant No. VI of Heavy Presses", NAMES[16]),
        ("Cerro Ficticio Sociedad Minera, SA de CV", NAMES[19]),
        ("Iskra OAO", NAMES[21]),
        ("Ίσκρα", NAMES[21]),
    ],
)
def test_a_name_is_found_however_it_is_written(asked: str, listed: str) -> None:
    assert best(asked) == listed


@pytest.mark.parametrize("asked", ["voskhod KVANTUM institute of applied photonics", *NAMES])
def test_a_name_as_it_is_listed_scores_one(asked: str) -> None:
    assert search(index(), asked, THRESHOLD)[0].score.value == pytest.approx(1.0)


@pytest.mark.parametrize(
    "asked",
    [
        *("Maple Bakery", "Northern Lights Dental Care", "Global Foods Inc", "Anna Lindqvist"),
        *("Heavy Metal Records", "Applied Ceramics Ltd", "Trading Standards Office", "Limited"),
        *("Precision Optics GmbH", "Sociedad Anonima", "B. W.", "7", "Institute", "The of and"),
    ],
)
def test_an_ordinary_name_is_not_found(asked: str) -> None:
    assert best(asked) == ""


@pytest.mark.parametrize("asked", ["", "   ", "!!!", "—", "\0", "😀", "\ud800", "a" * 10_000])
def test_nothing_that_can_be_typed_breaks_the_search(asked: str) -> None:
    assert search(index(), asked, THRESHOLD) == ()


def test_a_name_of_ten_thousand_letters_is_looked_at_as_far_as_names_go() -> None:
    assert best("Kvantum Photonics" + " Ltd" * 10_000) == NAMES[1]


def test_another_number_is_another_plant() -> None:
    five, six = search(index(), "Plant No. 5 of Heavy Presses", 0.5)[:2]
    assert five.name == NAMES[15]
    assert six.score.value < 0.9
    assert "another number" in six.score.remarks


def test_what_is_the_same_but_for_order_or_form_says_so() -> None:
    assert search(index(), "Photonics Kvantum", 0.9)[0].score.remarks == ("in another order",)
    assert search(index(), "Kvantum Photonics Ltd", 0.9)[0].score.remarks == ("another legal form",)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    made = index()
    assert made.weigh("kvantum") > made.weigh("plant") > made.weigh("limited")
    assert made.weigh("nobodybearsthis") == 1.0


@pytest.mark.parametrize(
    ("asked", "listed", "why"),
    [
        ("kvantum", "kvantum", Why.SAME),
        ("technologies", "tekhnologii", Why.SPELLING),
        ("2", "ii", Why.SPELLING),
        ("kasimi", "qasimi", Why.SOUND),
        ("mhmd", "mohamed", Why.VOWELS),
        ("k", "kvantum", Why.INITIAL),
        ("kvantmu", "kvantum", Why.SLIP),
    ],
)
def test_words_are_alike_for_a_reason(asked: str, listed: str, why: Why) -> None:
    alike = likeness(asked, listed)
    assert alike.why is why
    assert 0.4 <= alike.value <= 1.0


@pytest.mark.parametrize(
    ("one", "other"), [("gold", "glod1x"), ("5", "6"), ("ab", "cd"), ("x", "y")]
)
def test_words_that_differ_are_not_alike(one: str, other: str) -> None:
    assert likeness(one, other).value == 0.0


def test_a_legal_form_is_told_apart_wherever_it_stands() -> None:
    for name in ("OOO Iskra", "Iskra Joint Stock Company", "Iskra S.p.A.", "IskraX Co., Ltd."):
        assert len(fold(name).core) == 1
    assert fold("Limited Company").core == ("limited", "company")


def test_initials_of_a_listed_name_find_it() -> None:
    found = search(index(), "SMCF", THRESHOLD)
    assert [each.score.pairs[0].likeness.why for each in found] == [Why.ACRONYM]


def test_a_score_is_explained_word_by_word() -> None:
    score = search(index(), "Kvantun Photonics Annex", 0.5)[0].score
    lines = explained(score)
    assert any(line.startswith("kvantun = kvantum: differs by a letter or two") for line in lines)
    assert any(line.startswith("photonics = photonics: the same") for line in lines)
    assert "only in the name asked about: annex" in lines


def test_an_index_comes_back_from_its_bytes_as_it_was() -> None:
    back = from_bytes(to_bytes(index()))
    assert back == index()


@pytest.mark.parametrize(
    "stored", [b"", b"{}\n", b"rubbish", b'{"format": 0, "order": "little"}\n']
)
def test_an_index_that_cannot_be_read_is_none(stored: bytes) -> None:
    assert from_bytes(stored) is None


WORDS = sorted({word for name in NAMES for word in name.split()})
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
slips = st.tuples(names, st.integers(0, 40), st.sampled_from(["", "x", "e", " ", ". "]))


def _slipped(made: tuple[str, int, str]) -> str:
    name, place, what = made
    at = place % len(name)
    return name[:at] + what + name[at + 1 :]


@given(names | slips.map(_slipped) | st.text(max_size=20), st.sampled_from([0.5, 0.7, 0.9]))
def test_the_index_finds_what_scoring_every_name_finds(name: str, threshold: float) -> None:
    assert search(index(), name, threshold) == search_all(index(), name, threshold)


@given(names)
def test_a_score_lies_between_nothing_and_one_and_case_does_not_change_it(name: str) -> None:
    found = search(index(), name, 0.5)
    assert all(0.5 <= each.score.value <= 1.0 + 1e-9 for each in found)
    assert [each.score.value for each in search(index(), name.upper(), 0.5)] == [
        each.score.value for each in found
    ]


ANN = Listed(
    "SDN:1",
    "SDN",
    "Ann Sample",
    Kind.PERSON,
    countries=("RU",),
    addresses=("1 Made Street, Nowhere",),
)


def hits(asked: Name, listed: Listed = ANN, threshold: float = 0.5) -> tuple[object, ...]:
    found = screen(build([(0, listed.name)]), lambda _: listed, asked, threshold)
    return tuple((hit.band, hit.country, hit.address) for hit in found)


def test_country_and_address_speak_for_a_hit_and_never_clear_it() -> None:
    assert hits(Name("Ann Sample")) == ((Band.STRONG, Same.UNKNOWN, Same.UNKNOWN),)
    assert hits(Name("Ann Sample", "FR", "9 Elsewhere Road, Othertown")) == (
        (Band.STRONG, Same.NO, Same.NO),
    )
    assert hits(Name("Ann Sample", "RU")) == ((Band.STRONG, Same.YES, Same.UNKNOWN),)


def test_the_same_address_lifts_a_hit_by_one_band() -> None:
    plain = hits(Name("Anx Simple"))
    lifted = hits(Name("Anx Simple", address="Made Street 1, Nowhere"))
    order = [Band.WEAK, Band.POSSIBLE, Band.STRONG]
    assert order.index(lifted[0][0]) == order.index(plain[0][0]) + 1  # type: ignore[index]


def test_a_country_written_out_is_not_compared_with_a_code() -> None:
    listed = Listed("UN:1", "UN", "Ann Sample", countries=("Nowhereland",))
    assert hits(Name("Ann Sample", "RU"), listed) == ((Band.STRONG, Same.UNKNOWN, Same.UNKNOWN),)


def test_a_person_is_no_vessel_where_both_are_known() -> None:
    assert hits(Name("Ann Sample", kind=Kind.VESSEL)) == ()
    assert len(hits(Name("Ann Sample", kind=Kind.PERSON))) == 1
