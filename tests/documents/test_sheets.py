"""Forms, short papers and worksheets: what is filled, what stays a line, and what must not leave."""

from __future__ import annotations

import itertools
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from app.report.attachment import read_attachment
from app.report.documents import DOCUMENTS, MAIN, job_for
from app.report.errors import NoAttachmentError
from app.report.house import House, Legend
from app.report.jobs import Paper
from app.report.kinds import Family
from app.report.papers.redaction import names_of, redacted
from app.report.renderer import Renderer
from app.report.sheets import Line, Lines, Signers
from app.report.subject import ExhibitLine, HistoryLine
from tests.documents.papers import DELIVERY, MOMENT, said, subject, without
from tests.report.conformance import verdicts
from tests.report.layout import problems
from tests.report.tags import tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SHEETS = tuple(
    kind.id for kind in DOCUMENTS.values() if kind.template.split("/")[0] in ("forms", "papers")
)
PLAIN = tuple(kind for kind in SHEETS if not DOCUMENTS[kind].fillable)
FILLABLE = tuple(kind for kind in SHEETS if DOCUMENTS[kind].fillable)
COPIES = ("memo-redacted", "tcp-redacted")
ARABIC = "شركة المثال للحوسبة"
LONG = {
    **DELIVERY,
    "items.i1.item_name": "Long name without end " + "x" * 400,
    "parties.p1.party_name": ARABIC,
    "destinations.d1.destination_name": "A site with a name that is longer than any line " * 4,
}
NAMED = {
    **DELIVERY,
    "items.i1.item_name": "Card made for Example Buyer",
    "items.i1.speed.source": "Letter of Q. Musterfrau, page 3",
    "plan_owner": "R. Beispielhaft",
}


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer(workers=2) as two:
        yield two


def context(kind: str, answers: Mapping[str, Any], **more: Any) -> object:  # noqa: ANN401
    return DOCUMENTS[kind].context(subject(answers, **more), Paper.LETTER)


def lines(found: object) -> dict[str, Line]:
    parts = [part for sheet in found.sheets for part in sheet.parts]  # type: ignore[attr-defined]
    return {line.label: line for part in parts if isinstance(part, Lines) for line in part.lines}


def words(pdf: bytes) -> str:
    file = pypdfium2.PdfDocument(pdf)
    found = "\n".join(page.get_textpage().get_text_bounded() for page in file)
    file.close()
    return found


def test_memo_and_plan_stay_what_is_made_where_nobody_chose() -> None:
    assert MAIN == ("memo", "tcp")


def test_there_are_twelve_forms_and_three_of_them_also_fillable() -> None:
    forms = [kind for kind in DOCUMENTS.values() if kind.family is Family.FORM]
    assert sum(not kind.fillable for kind in forms) == 12
    assert [kind.id for kind in forms if kind.fillable] == [
        "briefing-fillable",
        "end-use-statement-fillable",
        "data-centre-statement-fillable",
    ]


@pytest.mark.parametrize("kind", [*SHEETS, *COPIES])
def test_only_the_firms_own_documents_carry_the_assessment(renderer: Renderer, kind: str) -> None:
    assert not DOCUMENTS[kind].carries
    pdf = renderer.render(job_for(kind, subject(DELIVERY), b"{}", Paper.LETTER)).pdf
    with pytest.raises(NoAttachmentError):
        read_attachment(pdf)


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("answers", [LONG], ids=["long"])
def test_a_sheet_has_one_title_and_skips_no_level(
    renderer: Renderer, kind: str, answers: Mapping[str, Any]
) -> None:
    made = renderer.render(job_for(kind, subject(answers), b"{}", Paper.A4))
    with pikepdf.open(BytesIO(made.pdf)) as file:
        levels = [int(tag.kind[1]) for tag in tree(file).all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("kind", PLAIN)
@pytest.mark.parametrize("answers", [{}], ids=["none"])
def test_no_line_of_a_sheet_is_overfull(kind: str, answers: Mapping[str, Any]) -> None:
    found = problems(job_for(kind, subject(answers), b"{}", Paper.LETTER))
    assert [p for p in found if p.kind in ("overfull", "stranded")] == []


@pytest.mark.parametrize("kind", ["briefing", "classification-statement", "licence-application"])
def test_a_sheet_for_the_archive_is_both_conformances(
    renderer: Renderer, kind: str, tmp_path: Path
) -> None:
    house = House(name="Example Firm", legend=Legend.COUNSEL, counsel="A. Counsel")
    made = renderer.render(job_for(kind, subject(DELIVERY, house=house), b"{}", Paper.LETTER))
    file = tmp_path / "sheet.pdf"
    file.write_bytes(made.pdf)
    assert [line for line in verdicts(file) if not line.startswith(" ")] == ["3a pass", "ua1 pass"]


@pytest.mark.parametrize("kind", FILLABLE)
def test_every_field_has_a_name_that_a_reader_says(renderer: Renderer, kind: str) -> None:
    made = renderer.render(job_for(kind, subject(DELIVERY), b"{}", Paper.LETTER))
    with pikepdf.open(BytesIO(made.pdf)) as file:
        fields = list(file.Root.AcroForm.Fields)
        names = [str(field.T) for field in fields]
        spoken = [str(field.TU) for field in fields]
    assert len(names) == len(set(names))
    assert all(re.search(r"[a-z]{3}", each) for each in spoken)
    assert not any(re.fullmatch(r"s\d+p\d+.*", each) for each in spoken)


def test_a_fillable_copy_is_for_readers_and_not_for_the_archive(
    renderer: Renderer, tmp_path: Path
) -> None:
    made = renderer.render(job_for("briefing-fillable", subject(DELIVERY), b"{}", Paper.LETTER))
    file = tmp_path / "fillable.pdf"
    file.write_bytes(made.pdf)
    heads = [line for line in verdicts(file) if not line.startswith(" ")]
    assert heads == ["3a fail", "ua1 pass"]


def test_a_name_that_fields_cannot_show_is_printed_in_its_place() -> None:
    assert Line("Name", "Müller").fits_field
    assert not Line("Name", ARABIC).fits_field


def test_a_name_in_another_script_can_be_read_in_a_fillable_copy(renderer: Renderer) -> None:
    house = House(name=ARABIC)
    made = renderer.render(
        job_for("end-use-statement-fillable", subject(LONG, house=house), b"", Paper.LETTER)
    )
    with pikepdf.open(BytesIO(made.pdf)) as file:
        values = [str(field.get("/V", "")) for field in file.Root.AcroForm.Fields]
    assert all(ord(letter) < 0x180 for value in values for letter in value)


def test_what_nobody_has_said_stays_a_line() -> None:
    found = lines(context("access-request", {}))
    assert all(line.value == "" for line in found.values())


def test_no_signature_is_asked_for_on_another_day_than_that_of_its_making() -> None:
    found = context("briefing", dict(DELIVERY), as_of=True)
    parts = [part for sheet in found.sheets for part in sheet.parts]  # type: ignore[attr-defined]
    assert not any(isinstance(part, Signers) for part in parts)


def test_a_form_names_neither_the_assessment_nor_its_author(renderer: Renderer) -> None:
    made = renderer.render(job_for("non-disclosure", subject(DELIVERY), b"{}", Paper.LETTER))
    assert "P. Sample" not in words(made.pdf)
    with pikepdf.open(BytesIO(made.pdf)) as file, file.open_metadata() as metadata:
        assert "P. Sample" not in str(metadata)


def test_the_classification_statement_is_no_licence_determination() -> None:
    found = said(context("classification-statement", dict(DELIVERY)))
    assert "not a licence determination" in found
    assert "Example Buyer" not in found
    assert "Example site" not in found


def test_an_entry_that_is_not_determined_is_treated_as_controlled() -> None:
    open_ = without(DELIVERY, "items.i1.speed", "items.i1.area")
    assert "treat the item as controlled" in said(context("classification-statement", open_))


def test_the_card_holds_while_a_condition_is_open_and_never_says_ship() -> None:
    found = context("ship-hold-card", {})
    assert found.front.title == "Hold"  # type: ignore[attr-defined]
    assert "treat it as controlled" in said(found)


def test_every_line_of_a_worksheet_says_what_fills_it() -> None:
    for kind in ("licence-application", "classification-request", "self-classification"):
        for line in lines(context(kind, dict(DELIVERY))).values():
            assert line.note, line.label


def test_a_worksheet_says_not_known_where_nobody_has_answered() -> None:
    found = lines(context("licence-application", {}))
    assert found["14 Applicant"].value == "Not known."
    assert found["16 Purchaser"].value == "Not known."


def test_the_letter_to_the_maker_tells_nothing_of_parties() -> None:
    found = said(context("maker-letter", dict(without(DELIVERY, "items.i1.area"))))
    assert "Example Buyer" not in found
    assert "Example site" not in found


@pytest.mark.parametrize("kind", COPIES)
def test_a_copy_without_names_holds_none_of_them_anywhere(renderer: Renderer, kind: str) -> None:
    whole = subject(
        NAMED,
        history=(HistoryLine(1, MOMENT, "S. Verfasser", "ab" * 32),),
        exhibits=(ExhibitLine("Example Buyer order.pdf", "cd" * 32, 9, MOMENT),),
        house=House(name="Haus Beispiel AG"),
    )
    names = names_of(whole)
    assert {"Example Buyer", "Example site", "R. Beispielhaft", "P. Sample"} <= names
    pdf = renderer.render(job_for(kind, whole, b"{}", Paper.LETTER)).pdf
    assert not [name for name in names if name != "Example" and name in words(pdf)]
    for raw in streams(pdf):
        assert not [name for name in names if name != "Example" and held(name, raw)]


def held(name: str, raw: bytes) -> bool:
    """Whether a name stands in raw bytes, in any of the ways in which a PDF writes text."""
    return any(name.encode(code) in raw for code in ("utf-8", "utf-16-be", "utf-16-le"))


def streams(pdf: bytes) -> Iterator[bytes]:
    """Every stream of a file, unpacked, and every text outside of one."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for each in file.objects:
            if isinstance(each, pikepdf.Stream):
                yield each.read_bytes()
            yield each.unparse(resolved=False) if not isinstance(each, pikepdf.Stream) else b""
            if isinstance(each, pikepdf.Dictionary):
                for value in each.values():
                    if isinstance(value, pikepdf.String):
                        yield str(value).encode()


def test_a_redacted_assessment_concludes_the_same() -> None:
    whole = subject(NAMED)
    before, after = whole.assessment.today, redacted(whole).assessment.today
    assert after.questionnaire.hash == before.questionnaire.hash
    for name in before.questionnaire.determinations:
        for keys in before.layout.keys_of(before.questionnaire.determinations[name].of):
            assert after.value(name, keys) == before.value(name, keys)


def test_the_same_text_has_the_same_stand_in_wherever_it_stands() -> None:
    both = {**NAMED, "items.i1.item_name": "For R. Beispielhaft and Example Buyer"}
    answers = redacted(subject(both)).assessment.answers
    assert str(answers["plan_owner"]) in str(answers["items.i1.item_name"])
    assert str(answers["parties.p1.party_name"]) in str(answers["items.i1.item_name"])


@pytest.mark.parametrize("kind", ["briefing", "briefing-fillable", "ship-hold-card"])
def test_the_same_assessment_gives_the_same_bytes(renderer: Renderer, kind: str) -> None:
    job = job_for(kind, subject(DELIVERY), b"{}", Paper.LETTER)
    assert renderer.render(job).pdf == renderer.render(job).pdf
