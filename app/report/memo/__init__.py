"""The classification memo: eighteen sections whose numbers never move, and four annexes.

A section that does not apply stays and says why, so counsel finds the arithmetic in section 6 of
every memo.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report.blocks import Front, Section
from app.report.content import edition
from app.report.content.matter import Matter
from app.report.content.regimes import HOME, OTHER
from app.report.content.words import iso, listed, named, shortened
from app.report.memo import (
    analysis,
    annexes,
    basics,
    closing,
    deliveries,
    numbers,
    record,
    rules,
    use,
)
from app.report.memo.bottom import Bottom, bottom
from app.report.numbering import Entry, contents
from app.report.screening.record import annex as screening
from app.report.seal import seal
from app.report.tables import Pairs, pairs

if TYPE_CHECKING:
    from app.report.jobs import Paper
    from app.report.subject import Subject

KIND = "Classification memo"
FIRST = "Bottom line"


@dataclass(frozen=True, slots=True)
class MemoContext:
    """What the template of the memo sees."""

    front: Front
    cover: Pairs
    bottom: Bottom
    key: Pairs
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The lines of the contents."""
        titles = (FIRST, *(each.title for each in self.sections))
        return contents(titles, tuple(each.title for each in self.annexes))


def memo_context(subject: Subject, paper: Paper) -> MemoContext:  # noqa: ARG001  # one for both papers
    """Everything that the memo prints, decided."""
    matter = Matter(subject)
    return MemoContext(
        front=front(matter, KIND, "Classification, licence question and what is still open"),
        cover=pairs(cover(matter), 15, "tight"),
        bottom=bottom(matter),
        key=pairs(_KEY, 19.5, "tight"),
        sections=_sections(matter),
        annexes=(
            annexes.answers(matter),
            annexes.glossary(matter),
            annexes.counsel(matter),
            screening(subject.screened),
        ),
    )


def _sections(matter: Matter) -> tuple[Section, ...]:
    regimes = {folder.regime for folder in edition.law_folders(matter.q)}
    others = tuple(sorted(regimes - {"", HOME}))
    home = tuple(name for name in ("", HOME) if name in regimes)
    title = f"Analysis: {listed(others) if others else OTHER}"
    return (
        basics.scope(matter, (*(home or (HOME,)), *(others or (OTHER,)))),
        basics.facts(matter),
        basics.unknown(matter),
        rules.rules(matter),
        numbers.numbers(matter),
        analysis.analysis(matter, f"Analysis: {HOME}", home, bool(home)),
        analysis.analysis(matter, title, others, bool(others)),
        analysis.artefacts(matter),
        use.use(matter),
        deliveries.licence(matter),
        closing.counter(matter),
        closing.conditions(matter),
        closing.triggers(matter),
        record.record(matter),
        record.made(matter),
        record.history(matter),
        record.exhibits(matter),
    )


def front(matter: Matter, kind: str, sub: str) -> Front:
    """The front of a document about an assessment."""
    subject, decided = matter.subject, matter.subject.decided
    number = f"Revision {subject.revision}" if subject.revision else "Draft"
    if subject.as_of:
        number = f"As of {iso(matter.today.day)}"
    return Front(
        kind=kind,
        title=shortened(subject.name) or "Assessment without a name",
        sub=sub,
        author=subject.author,
        number=shortened(subject.name, 60) or "Assessment",
        revision=f"{number}, {iso(decided.moment if decided else subject.moment)}",
        edition=edition.edition_line(matter),
        status=subject.status,
        seal=seal(subject),
        house=subject.house,
    )


def cover(matter: Matter) -> tuple[tuple[str, str], ...]:
    """The four lines under the title."""
    subject, answers = matter.subject, matter.assessment.answers
    exporter = answers.get("exporter_name")
    items = [named(matter, ("item",), (key,)) for key in matter.members("item")]
    revision = f"revision {subject.revision}" if subject.revision else "draft, not a revision"
    age = edition.warning(edition.oldest(matter))
    directed = answers.get("counsel_directed") is True
    return (
        ("From", exporter if isinstance(exporter, str) and exporter else "Exporter not named yet"),
        ("About", listed(items, 5) or "No item named yet"),
        ("Date", f"{iso(subject.moment)}, {revision}. {age}".strip()),
        ("Handling", _DIRECTED if directed else _BUSINESS),
        *decided_lines(subject),
    )


def decided_lines(subject: Subject) -> tuple[tuple[str, str], ...]:
    """What the cover says of a revision: that it is shown as stored, and where it is not so."""
    if subject.decided is None:
        return ()
    decided = subject.decided
    by = f" by {decided.author}" if decided.author else ""
    said = f"Made final on {iso(decided.moment)}{by}; conclusions as stored. Hash {decided.hash}"
    doubts = (*decided.troubles, *subject.differs)
    if not doubts:
        return (("Stored", said),)
    more = f" (and {len(doubts) - 1} more, section 17)" if len(doubts) > 1 else ""
    return (("Stored", said), ("Otherwise now", f"{doubts[0]}{more}"))


_BUSINESS = (
    "Business record; no privilege is claimed. Prepared for review by counsel, not legal advice."
)
_DIRECTED = "Prepared at the direction of counsel, as the exporter states. A legend by itself makes no privilege."
_KEY = (
    ("Findings", ("Every element is found met (● filled), not met (○ open) or not known (? on a tint). "
     "Met means that the words of the rule are satisfied; it is neither good nor bad.")),
    ("Not known", ("An unanswered question is never read as no. It is carried to every conclusion that "
     "rests on it.")),
    ("References", ("F facts (section 3), Q questions (Annex A), O open points and H assumptions (section "
     "4), C calculations (section 6), A actions (section 13), X exhibits (section 18).")),
    ("State of a rule", ("In force (solid edge), codified and not enforced (double), stayed (dashed), "
     "pending or not confirmed (dotted).")),
    ("Paragraphs", ("Numbered in the margin, with the authority beside them. Cite by paragraph, not by "
     "page.")),
)  # fmt: skip
