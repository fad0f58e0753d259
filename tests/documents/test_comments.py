"""Counsel's way back: marks in a document are read, placed, kept, answered, closed, printed."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from app.operations.comments import answer, close, reopen, take, threads
from app.operations.printing import order_of
from app.report.comments import MOST, read_comments
from app.report.errors import NotReadableError
from app.store.errors import Refused, UnreadableFile
from tests.documents.annotated import annotation, box_of, with_marks
from tests.documents.papers import DELIVERY, rows, section_of, tables
from tests.documents.revised import desk_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.operations.desk import Desk
    from app.operations.sitting import Sitting
    from tests.documents.conftest import Printed


@pytest.fixture
def marked(printed: Printed) -> bytes:
    """A highlight with a reply on a fact, a note on a section, text on a page."""
    raw = printed.pdf
    page, area = box_of(raw, "Data sheet, page 3")
    reply = annotation("Text", area, "Which revision of it?", IRT=Dictionary())
    used, use = box_of(raw, "Destination, end use and end user", after=4)
    return with_marks(
        raw,
        (page, annotation("Highlight", area, "Is this the latest sheet?")),
        (page, reply),
        (used, annotation("Text", use, "Add the forwarder.")),
        (0, annotation("FreeText", (70.0, 60.0, 300.0, 90.0), "Good work.")),
    )


@pytest.fixture
def other(tmp_path: Path, printed: Printed) -> tuple[Desk, Sitting]:
    """The same assessment in another library, so that no test sees another's comments."""
    path = tmp_path / "here.pdf"
    path.write_bytes(printed.pdf)
    desk = desk_at(tmp_path, hours=3)
    return desk, desk.open(desk.bring(path))


def written(tmp_path: Path, raw: bytes) -> Path:
    path = tmp_path / "marked.pdf"
    path.write_bytes(raw)
    return path


def test_each_mark_is_read_with_its_words_author_and_day(marked: bytes) -> None:
    found = {each.kind: each for each in read_comments(marked).found}
    assert set(found) == {"Highlight", "Note", "Text on the page"}
    highlight = found["Highlight"]
    assert (highlight.author, highlight.day) == ("C. Counsel", "2026-07-03")
    assert highlight.text == "Is this the latest sheet?"
    assert highlight.marked == "Data sheet, page 3"
    assert highlight.replies == ("C. Counsel: Which revision of it?",)


def test_a_mark_in_the_register_is_placed_at_its_fact(marked: bytes) -> None:
    highlight = next(c for c in read_comments(marked).found if c.kind == "Highlight")
    assert highlight.section == "3"
    assert highlight.reference.startswith("F-")


def test_a_mark_on_a_heading_is_placed_in_its_section(marked: bytes) -> None:
    note = next(c for c in read_comments(marked).found if c.kind == "Note")
    assert (note.section, note.reference) == ("10", "")


def test_a_dropped_document_gives_its_comments_once(
    other: tuple[Desk, Sitting], marked: bytes, tmp_path: Path
) -> None:
    _, sitting = other
    path = written(tmp_path, marked)
    assert (take(sitting, path).new, take(sitting, path).new) == (3, 0)
    assert take(sitting, path).words == "0 comments taken, 3 known already"
    fact = next(each for each in threads(sitting) if each.kind == "Highlight")
    assert fact.address == "items.i1.speed"
    assert fact.section
    assert "throughput (Example card)" in fact.place
    assert fact.revision == 2


def test_a_comment_is_answered_before_it_is_closed_and_can_be_reopened(
    other: tuple[Desk, Sitting], marked: bytes, tmp_path: Path
) -> None:
    _, sitting = other
    take(sitting, written(tmp_path, marked))
    key = threads(sitting)[0].key
    with pytest.raises(Refused, match="answer the comment before"):
        close(sitting, key)
    assert answer(sitting, key, " Yes, of May. ").answer == "Yes, of May."
    assert close(sitting, key).closed == "2026-07-01"
    assert threads(sitting)[-1].key == key
    assert reopen(sitting, key).closed == ""


def test_the_next_documents_grid_prints_comments_with_their_answers(
    other: tuple[Desk, Sitting], marked: bytes, tmp_path: Path
) -> None:
    _, sitting = other
    take(sitting, written(tmp_path, marked))
    first = next(each for each in threads(sitting) if each.kind == "Highlight")
    answer(sitting, first.key, "Yes, of May.")
    close(sitting, first.key)
    sitting.save_revision("P. Sample")
    number = sitting.revisions()[-1].number
    context = order_of(sitting, "memo", revision=number).job().context
    grid = rows(tables(section_of(context, "Counsel"))["Comments taken so far"])
    line = next(each for each in grid if "latest sheet" in each[2])
    assert line[3:] == ["Yes, of May.", "2026-07-01"]
    assert "Revision 2" in line[1]
    assert [each[4] for each in grid].count("Open") == 2


def test_the_documents_of_the_marked_revision_itself_do_not_change(
    other: tuple[Desk, Sitting], marked: bytes, tmp_path: Path
) -> None:
    _, sitting = other
    take(sitting, written(tmp_path, marked))
    context = order_of(sitting, "memo", revision=2).job().context
    assert "Comments taken so far" not in tables(section_of(context, "Counsel"))


def test_a_document_of_another_assessment_is_refused_by_its_name(
    printed: Printed, marked: bytes, tmp_path: Path
) -> None:
    sitting = printed.desk.create("Something else", DELIVERY)
    with pytest.raises(Refused, match="about another assessment, “Example”"):
        take(sitting, written(tmp_path, marked))


def test_a_foreign_pdf_a_cut_file_and_no_pdf_are_refused_in_words(
    printed: Printed, tmp_path: Path
) -> None:
    blank = pikepdf.new()
    blank.add_blank_page()
    out = BytesIO()
    blank.save(out)
    for raw, words in (
        (out.getvalue(), "carries no assessment"),
        (printed.pdf[: len(printed.pdf) // 3], "damaged|carries no"),
        (b"no pdf at all", "not a PDF"),
    ):
        with pytest.raises(UnreadableFile, match=words):
            take(printed.sitting, written(tmp_path, raw))
    with pytest.raises(UnreadableFile, match="is no PDF; drop the memo"):
        take(printed.sitting, tmp_path / "memo.docx")


def test_a_locked_pdf_is_refused_in_words(printed: Printed, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(BytesIO(printed.pdf)) as file:
        file.save(path, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(UnreadableFile, match="locked with a password"):
        take(printed.sitting, path)


def test_a_changed_attachment_is_refused(printed: Printed, tmp_path: Path) -> None:
    path = tmp_path / "changed.pdf"
    with pikepdf.open(BytesIO(printed.pdf)) as file:
        name = next(iter(file.attachments))
        raw = file.attachments[name].get_file().read_bytes()
        changed = raw.replace(b"Example card", b"Another card")
        file.attachments[name] = pikepdf.AttachedFileSpec(file, changed, filename=name)
        file.save(path)
    with pytest.raises(UnreadableFile, match="changed or damaged"):
        take(printed.sitting, path)


def test_more_comments_than_are_read_are_counted(printed: Printed) -> None:
    many = [(0, annotation("Text", (70.0, 60.0, 80.0, 70.0), f"No. {n}")) for n in range(5000)]
    found = read_comments(with_marks(printed.pdf, *many))
    assert len(found.found) == MOST
    assert found.left_out == 5000 - MOST


def test_hostile_marks_are_read_as_plain_words_or_not_at_all(printed: Printed) -> None:
    box = (70.0, 60.0, 80.0, 70.0)
    circle = annotation("Text", box, "round")
    hostile = [
        (0, annotation("Text", box, "a\x00b\x1b[31m\u202ec" + "x" * 100_000)),
        (0, Dictionary(Subtype=Name.Highlight, QuadPoints=Array([1e30] * 8), Rect=Array([]))),
        (0, Dictionary(Subtype=Name.Highlight, QuadPoints=String("no"), Contents=Array([1]))),
        (0, Dictionary(Subtype=Name.Text, Contents=Dictionary(), T=Name.X)),
        (0, Dictionary(Subtype=Name.FileAttachment, Contents=String("run me"))),
        (0, circle),
    ]
    raw = with_marks(printed.pdf, *hostile)
    with pikepdf.open(BytesIO(raw)) as file:
        last = file.pages[0].Annots[-1]
        last.IRT = last
        out = BytesIO()
        file.save(out)
    found = read_comments(out.getvalue()).found
    long = next(each for each in found if each.text.startswith("ab[31mc"))
    assert len(long.text) < 5000
    assert not any("run me" in each.text for each in found)


def test_a_file_that_only_begins_like_a_pdf_is_not_readable() -> None:
    with pytest.raises(NotReadableError, match="damaged"):
        read_comments(b"%PDF-1.7\n" + b"\xff" * 500)
