"""What cannot be printed is known before printing, and leaves a visible mark on paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.report.blocks import Paragraph
from app.report.characters import directed, printable, prints, unprintable
from app.report.errors import TooLargeError
from app.report.jobs import Limits
from app.report.tables import Column, row, table
from app.report.templates import to_html
from tests.report.specimen.content import ARABIC, CHINESE, HEBREW, job_with

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.report.jobs import Rendered
    from app.report.renderer import Renderer

KOREAN = "김철수"


@pytest.mark.parametrize(
    "text", [CHINESE, ARABIC, HEBREW, "Zażółć", "Ελληνικά", "Привет", "2 × 4 ≥ 8"]
)
def test_scripts_with_a_bundled_face_print_as_they_are(text: str) -> None:
    assert printable(text) == text
    assert unprintable([text]) == ()


def test_korean_is_reported_and_its_codes_are_printed() -> None:
    (row_,) = unprintable([f"Mr. {KOREAN}", KOREAN])
    assert (row_.script, row_.times) == ("Hangul", 6)
    assert "U+AE40" in row_.message
    assert printable(f"Mr. {KOREAN}!") == "Mr. [Hangul: U+AE40 U+CCA0 U+C218]!"


def test_emoji_are_printed_by_name() -> None:
    assert printable("ok 😀") == "ok [grinning face]"
    assert printable("⭐") == "[white medium star]"


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x1b", "\u202e", "\u2066", "\ud800", "\ue000"]
)
def test_controls_and_broken_characters_become_codes(character: str) -> None:
    assert printable(f"a{character}b") == f"a[U+{ord(character):04X}]b"


@pytest.mark.parametrize("character", ["\u200b", "\ufeff", "\u00ad", "\u200e", "\ufe0f", "\u200d"])
def test_characters_without_ink_are_left_out(character: str) -> None:
    assert printable(f"a{character}b") == "ab"


def test_line_ends_are_of_one_kind_and_letters_are_composed() -> None:
    assert printable("a\r\nb\rc") == "a\nb\nc"
    assert printable("e\u0301") == "é"


@given(st.text())
def test_what_is_printable_stays_as_it_is(text: str) -> None:
    once = printable(text)
    assert all(map(prints, once))
    assert printable(once) == once


@given(st.text(alphabet=st.characters(codec="ascii", categories=("L", "N", "P", "Zs"))))
def test_plain_text_is_never_changed(text: str) -> None:
    assert printable(text) == text


@given(st.text(alphabet="ab 1" + ARABIC + HEBREW))
def test_marking_directions_loses_nothing(text: str) -> None:
    assert "".join(piece for piece, _ in directed(text)) == text


def test_runs_from_right_to_left_say_so_and_name_their_language() -> None:
    assert directed(f"Our {HEBREW}, then {ARABIC}.") == [
        ("Our ", ""),
        (HEBREW, "he"),
        (", then ", ""),
        (ARABIC, "ar"),
        (".", ""),
    ]
    html, _ = to_html(job_with(Paragraph(f"Name: {ARABIC}")))
    assert f'<bdi lang="ar" dir="rtl">{ARABIC}</bdi>' in html


def test_names_of_every_bundled_script_can_be_searched_in_the_file(
    specimen: Rendered, text_of: Callable[[bytes], str]
) -> None:
    read = text_of(specimen.pdf)
    for word in (*ARABIC.split(), *HEBREW.split(), CHINESE, "Al-Mithal", "Dugma"):
        assert word in read, word


def test_a_document_with_korean_says_so_on_paper_and_to_the_program(
    renderer: Renderer, text_of: Callable[[bytes], str]
) -> None:
    rendered = renderer.render(job_with(Paragraph(f"The buyer is {KOREAN}. 😀 \x07")))
    assert [each.script for each in rendered.unprintable] == ["Hangul", "Control codes", "Emoji"]
    read = " ".join(text_of(rendered.pdf).split())
    assert "[Hangul: U+AE40 U+CCA0 U+C218]" in read
    assert "Characters that could not be printed" in read


LONG = {
    "words": "The customer said this and that. " * 3100,
    "one word": "x" * 100_000,
    "lines": f"{'a line ' * 9}\n" * 1600,
    "Arabic": f"{ARABIC} " * 3200,
}


@pytest.mark.parametrize("kind", LONG)
def test_a_hundred_thousand_characters_render_within_the_limits(
    renderer: Renderer, kind: str
) -> None:
    columns = (Column("Question", 50), Column("Answer", 50))
    blocks = (Paragraph(LONG[kind]), table("Answers", columns, [row("Q", LONG[kind])]))
    assert renderer.render(job_with(*blocks)).pages > 30


def test_more_text_than_the_limit_is_refused_in_words() -> None:
    job = replace(job_with(Paragraph("x" * 5000)), limits=Limits(characters=4000))
    with pytest.raises(TooLargeError, match="4,000 is the most"):
        to_html(job)
