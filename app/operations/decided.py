"""Documents of a revision: printed from what it stored, under the law it was decided under.

What was not stored, such as arithmetic, is worked out from the stored answers. The stored
conclusions stand in every case, and a document says where they would come out otherwise.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from app.assessment.assessment import assess
from app.assessment.decided import Decided, differences, keyed, read_stored
from app.assessment.law import NotCovered
from app.operations.noted import KINDS as NOTED
from app.operations.noted import last_entry, with_notes
from app.operations.shelf import law_text
from app.operations.signing import signatures
from app.operations.states import bundle_answers, first_day
from app.operations.threads import comment_lines
from app.questionnaire.loader import load
from app.questionnaire.source import QuestionnaireError
from app.report.subject import ExhibitLine, HistoryLine, Subject
from app.store import codec, transfer
from app.store.errors import UnreadableFile

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from app.assessment.assessment import Assessment
    from app.questionnaire.definition import Questionnaire
    from app.store.bundle import Bundle
    from app.store.library import Library
    from app.store.values import Exhibit, KeptAnswers, Note, Revision, RevisionHead


def state_of(bundle: Bundle) -> Revision | None:
    """The revision that a file's assessment is in; None where the draft has gone on since."""
    last = bundle.revisions[-1] if bundle.revisions else None
    return last if last and (bundle.printed or bundle.draft == last.kept) else None


def answers_hash(kept: KeptAnswers) -> str:
    """The hash of answers as they are kept: persons by their keys, so an erasure changes nothing."""
    answers = {at: codec.to_json(each) for at, each in kept.answers.items()}
    return codec.digest_of({"answers": answers, "people": dict(kept.people)})


def erased_in(bundle: Bundle, kept: KeptAnswers) -> frozenset[str]:
    """The addresses whose personal answer was erased."""
    gone = {key for key, person in bundle.people.items() if person.erased}
    return frozenset(address for address, key in kept.people.items() if key in gone)


def revision_subject(  # noqa: PLR0913, PLR0917 (what, under which law, when, by whom, with what)
    bundle: Bundle,
    revision: Revision,
    at_hand: Questionnaire,
    now: dt.datetime,
    author: str,
    program: str,
) -> Subject:
    """What the documents of a revision are made from.

    Raises:
        UnreadableFile: neither its own law nor the one at hand can evaluate it.
    """
    law, trouble = law_in(bundle, revision.conclusions.law, at_hand)
    assessment = _assessed(law, bundle, revision)
    decided = decided_of(revision, assessment, (trouble,) if trouble else ())
    subject = Subject(
        assessment=assessment,
        name=bundle.head.name,
        moment=now,
        author=author,
        program=program,
        revision=revision.number,
        history=tuple(map(history_line, _heads(bundle, revision))),
        exhibits=tuple(exhibit_line(x) for x in bundle.exhibits if x.hash in revision.evidence),
        given_at=moments_of(bundle, revision),
        erased=erased_in(bundle, revision.kept),
        digest=answers_hash(revision.kept),
        decided=decided,
        differs=tuple(differences(decided, assessment)),
        comments=comment_lines(n for n in bundle.notes if n.moment <= revision.moment),
        signed=signatures(bundle.notes, revision.number),
        log=last_entry(bundle.log, decided),
    )
    return with_notes(subject, (n for n in bundle.notes if n.moment <= revision.moment))


def _heads(bundle: Bundle, revision: Revision) -> Iterator[RevisionHead]:
    """The history as it stood: later revisions are no part of this document."""
    heads = bundle.heads or tuple(each.head for each in bundle.revisions)
    return (head for head in heads if head.number <= revision.number)


def _assessed(law: Questionnaire, bundle: Bundle, revision: Revision) -> Assessment:
    try:
        return assess(law, bundle_answers(bundle, revision.kept), first_day(revision))
    except NotCovered as error:
        message = f"revision {revision.number} cannot be evaluated by the law at hand: {error}"
        raise UnreadableFile(message) from error


def decided_of(revision: Revision, assessment: Assessment, troubles: tuple[str, ...]) -> Decided:
    """What a revision stored, by the members of an evaluation of its answers."""
    concluded = revision.conclusions
    return Decided(
        number=revision.number,
        moment=revision.moment,
        author=revision.author,
        hash=revision.hash,
        law=concluded.law,
        program=concluded.program,
        conclusions=keyed(assessment, read_stored(concluded.determinations)),
        troubles=troubles,
    )


def law_in(bundle: Bundle, mark: str, at_hand: Questionnaire) -> tuple[Questionnaire, str]:
    """The law with a hash out of a bundle; else the one at hand, and why."""
    if codec.digest_of_text(law_text(at_hand.texts)) == mark:
        return at_hand, ""
    try:
        return load(json.loads(bundle.laws[mark])), ""
    except (KeyError, QuestionnaireError, ValueError, AttributeError, TypeError) as error:
        first = (str(error).splitlines() or [""])[0]
        return at_hand, (
            f"The law that this was decided under ({mark[:12]}) cannot be read by this program "
            f"({first}); what was not stored is worked out under the law at hand"
        )


def moments_of(bundle: Bundle, revision: Revision) -> Mapping[str, dt.datetime]:
    """When each answer of a revision was given, as far as the file tells."""
    steps = [batch for batch in bundle.history if batch.moment <= revision.moment]
    told = {change.address: batch.moment for batch in steps for change in batch.changes}
    known = {**bundle.moments, **told} if steps else bundle.moments
    kept = {*revision.kept.answers, *revision.kept.people}
    return {at: moment for at, moment in known.items() if at in kept and moment <= revision.moment}


def history_line(head: RevisionHead) -> HistoryLine:
    """A revision as documents print it."""
    return HistoryLine(head.number, head.moment, head.author, head.hash)


def exhibit_line(exhibit: Exhibit) -> ExhibitLine:
    """An evidence file as documents print it."""
    return ExhibitLine(exhibit.name, exhibit.hash, exhibit.size, exhibit.added)


PRINTED = frozenset({"comment", "signature"}) | NOTED
"""The kinds of notes that a document prints, so that its attachment holds them."""


def as_printed(library: Library, assessment: str, program: str, number: int | None) -> Bundle:
    """What a document shows, with all that it prints: when answers were given, comments, signatures.

    Raises:
        NotFound: there is no such revision.
    """
    with library.database.snapshot():
        bundle = transfer.printed(library, assessment, program, number)
        revision = state_of(bundle)
        notes = library.notes.read(assessment)
        moments = library.drafts.moments(assessment)
        if revision:
            history = library.drafts.history(assessment)
            moments = moments_of(replace(bundle, history=history, moments=moments), revision)
    shown = {*bundle.draft.answers, *bundle.draft.people}
    return replace(
        bundle,
        moments={at: moment for at, moment in moments.items() if at in shown},
        notes=tuple(note for note in notes if _is_printed(note, revision)),
    )


def printed_of(bundle: Bundle) -> Bundle:
    """What a document made from a file carries: its state alone, never another revision's answers."""
    if bundle.printed:
        return bundle
    revision = state_of(bundle)
    moments = moments_of(bundle, revision) if revision else bundle.moments
    kept = bundle.draft
    heads = bundle.heads or tuple(each.head for each in bundle.revisions)
    return replace(
        bundle,
        head=replace(bundle.head, revisions=1 if revision else 0, summary=None),
        printed=True,
        moments=moments,
        revisions=(revision,) if revision else (),
        heads=heads,
        laws={revision.conclusions.law: bundle.laws[revision.conclusions.law]} if revision else {},
        people={key: bundle.people[key] for key in sorted(set(kept.people.values()))},
        exhibits=tuple(x for x in bundle.exhibits if not revision or x.hash in revision.evidence),
        contents={},
        history=(),
        documents=(),
        log=(),
        notes=tuple(note for note in bundle.notes if _is_printed(note, revision)),
    )


def _is_printed(note: Note, revision: Revision | None) -> bool:
    """Comments that came before a revision was final, and the signatures under it."""
    if revision is None or note.kind != "signature":
        return note.kind in PRINTED and (revision is None or note.moment <= revision.moment)
    return isinstance(note.data, dict) and note.data.get("revision") == revision.number
