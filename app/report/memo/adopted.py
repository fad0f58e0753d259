"""Conclusions that a person adopted beside the program's own, and the review of the sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.assessment.adoption import Direction
from app.report.blocks import Gap, Paragraph
from app.report.cells import Strong
from app.report.content.words import iso, sentence
from app.report.tables import Column, row, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.assessment.adoption import Standing
    from app.report.blocks import Block
    from app.report.content.matter import Matter

_COLUMNS = (
    Column("About", 17),
    Column("The program concludes", 21),
    Column("Adopted", 24),
    Column("Reason and basis", 24),
    Column("Who", 14),
)
_REVIEW = (
    Column("Section", 24),
    Column("Review", 20),
    Column("Comment", 32),
    Column("By", 12),
    Column("On", 12),
)


def adopted_head(matter: Matter) -> str:
    """The heading of what page one must say; empty where nothing was adopted."""
    found = matter.subject.adopted
    if not found:
        return ""
    less = any(each.stands and each.direction is Direction.LESS for each in found)
    return "Adopted towards less control." if less else "Adopted by a person."


def adopted_words(matter: Matter) -> str:
    """What was adopted, in the order of its weight: towards less control first."""
    order = list(Direction)[::-1]
    found = sorted(matter.subject.adopted, key=lambda each: order.index(each.direction))
    return " ".join(map(_said, found))


def _said(each: Standing) -> str:
    if not each.stands:
        return (
            f"{each.title}: “{each.says.rstrip('.')}” was adopted and does not stand any more: "
            f"{'; '.join(each.reopened)}."
        )
    return (
        f"{each.title}: {each.adoption.who} adopted “{each.says.rstrip('.')}”, "
        f"{each.direction.value}; the program’s own conclusion is “{each.own.rstrip('.')}” "
        "(section 15)."
    )


def adopted_blocks(matter: Matter) -> Iterator[Block]:
    """The part of the decision record about adopted conclusions; nothing where there are none."""
    found = matter.subject.adopted
    if not found:
        return
    yield Paragraph(
        "A person adopted these conclusions. The program’s own stand beside them unchanged, and "
        "every other section rests on the program’s own. An adopted conclusion is open again as "
        "soon as an answer or a rule under it is another."
    )
    yield table("Adopted conclusions", _COLUMNS, [_row(each) for each in found])


def _row(each: Standing):  # type: ignore[no-untyped-def]  # noqa: ANN202  # a row of a table
    given = each.adoption
    second = f" Second person: {given.second}." if given.second else ""
    until = f" Until {iso(given.expires)}." if given.expires else ""
    state = sentence(each.direction.value) if each.stands else _open_again(each)
    return row(
        each.title,
        each.own,
        Strong(each.says, state),
        f"{sentence(given.reason)} Basis: {sentence(given.basis)}{until}",
        f"{given.who}, {iso(given.moment)}.{second}",
    )


def _open_again(each: Standing) -> str:
    return f"Does not stand: {'; '.join(each.reopened)}."


def review_blocks(matter: Matter) -> Iterator[Block]:
    """What reviewers said of the sections; that nobody did is said too."""
    found = matter.subject.reviewed
    if not found:
        yield Gap("No section has been reviewed in the program.")
        return
    rows = [
        row(each.section, each.verdict, each.comment or "None", each.who or "Not stated",
            iso(each.moment))
        for each in found
    ]  # fmt: skip
    yield table("Review of the sections", _REVIEW, rows)
