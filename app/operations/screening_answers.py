"""How a screening reaches the law: the answers that follow from its record, and giving them.

They follow the record as a shadow does: an answer that a screening gave is taken back or
changed with it, undo passes over it, and what a person said of a list stays said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.operations.screening import OWNER_NAME, PARTY_NAME, rescreen, standing
from app.operations.screening_record import State
from app.screening.sources import SOURCES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from app.assessment.answers import Answer, Answers
    from app.operations.desk import Desk
    from app.operations.lists import Lists
    from app.operations.screening import Screened
    from app.operations.screening_record import Line, Record
    from app.operations.sitting import Sitting
    from app.store.library import Library

MARK = "Screening"
"""How the source of an answer begins that a screening gave."""

_NEW = "screening.new"
_SECOND = "screening.second"
_OWNER_LISTS = "owner_lists"
_OF_OWNERS = {"entity_list", "meu_list", "sdn"}
"""The lists that count for an owner; the others say nothing about what it owns."""

_LISTS, _DATE, _FOOTNOTE = "party_lists", "party_lists_date", "entity_footnote"
_HASH_SHOWN = 16


def follow(sitting: Sitting, today: dt.date) -> Record:
    """Give an open assessment what follows from its screening as it stands.

    Raises:
        StoreError: the library cannot be written.
    """
    record = standing(sitting.library, sitting.id, today)
    given, withdrawn = followed(sitting.assessment.answers, record)
    if given or withdrawn:
        sitting.follow(given, withdrawn)
    return record


def answer_oneself(sitting: Sitting, address: str, answer: Answer) -> None:
    """Give an answer that a person gives: it is no screening's any more, in the same step."""
    if _is_ours(sitting.assessment.answers.get(f"{address}.source")):
        sitting.withdraw(f"{address}.source")
    sitting.answer(address, answer)


def rescreen_all(
    desk: Desk,
    lists: Lists,
    progress: Callable[[int, int], None] | None = None,
) -> Mapping[str, Screened]:
    """Search again for every assessment, after a new list, and let the law see what follows.

    Those with something new, by id; each is brought up to date in the library's list.
    """
    moment = desk.clock()
    found = rescreen(lists, moment, desk.who, progress)
    for head in lists.library.assessments.list():
        if lists.library.screenings.latest(head.id) is not None:
            sitting = desk.open(head.id)
            follow(sitting, moment.date())
            sitting.summarise()
    marks = {**new_hits(desk.library), **{at: len(each.new) for at, each in found.items()}}
    desk.library.settings.put(_NEW, marks)
    return found


def new_hits(library: Library) -> dict[str, int]:
    """How many hits a new list brought that nobody has looked at yet, by assessment."""
    kept = library.settings.read().get(_NEW, {})
    return dict(kept) if isinstance(kept, dict) else {}


def seen(library: Library, assessment: str) -> None:
    """Say that somebody looked at the hits of an assessment."""
    marks = new_hits(library)
    if marks.pop(assessment, None) is not None and library.standing.writable:
        library.settings.put(_NEW, marks)


def needs_second(library: Library) -> bool:
    """Whether the user wants a second person for strong hits."""
    return library.settings.read().get(_SECOND) is True


def set_needs_second(library: Library, *, on: bool) -> None:
    """Want a second person for strong hits, or not.

    Raises:
        StoreError: the library cannot be written.
    """
    library.settings.put(_SECOND, on)


def followed(answers: Answers, record: Record) -> tuple[dict[str, Answer], set[str]]:
    """The answers to give and those to take back, so that they say what the record says."""
    if record.moment is None and not record.searchable:
        return {}, set()  # nobody can be screened: a person looks the party up and answers
    wanted = _wanted(answers, record)
    given = {at: a for at, a in wanted.items() if at not in answers or answers[at] != a}
    stale = {at for at in _ours(answers) - wanted.keys() if at.rpartition(".")[2] in _ANSWERS}
    return given, stale | {f"{at}.source" for at in stale}


_ANSWERS = {_LISTS, _DATE, _FOOTNOTE, _OWNER_LISTS}


def _wanted(answers: Answers, record: Record) -> dict[str, Answer]:
    found: dict[str, Answer] = {}
    source = source_of(record)
    for address, answer in answers_from(record).items():
        if _is_own(answers, address):
            answer = _beside_own(answers[address], answer)  # noqa: PLW2901 - what is given in the end
            if answer != answers[address]:
                found[address] = answer
            continue
        found[address] = answer
        found[f"{address}.source"] = source
    return found


def _ours(answers: Answers) -> set[str]:
    end = ".source"
    return {at.removesuffix(end) for at in answers if at.endswith(end) and _is_ours(answers[at])}


def _is_ours(source: Answer) -> bool:
    return isinstance(source, str) and source.startswith(MARK)


def _is_own(answers: Answers, address: str) -> bool:
    """Whether a person said it; "on none" and "I don't know" are what a screening is to find out."""
    if _is_ours(answers.get(f"{address}.source")):
        return False
    return bool(answers.get(address)) and not address.endswith(f".{_DATE}")


def _beside_own(own: Answer, answer: Answer) -> Answer:
    """What a person knows of a list is never lost for a list that was not searched."""
    if isinstance(own, tuple) and isinstance(answer, tuple):
        return tuple(dict.fromkeys((*own, *answer)))
    return own


def source_of(record: Record) -> str:
    """Where the answers come from: when it was searched, and in which lists."""
    if record.moment is None:
        return f"{MARK}: not done yet"
    lists = "; ".join(_list_words(each) for each in record.lists)
    return f"{MARK} of {record.moment.date().isoformat()} in {lists}"


def _list_words(each: Mapping[str, object]) -> str:
    when = f"dated {each['dated']}" if each["dated"] else f"imported {str(each['imported'])[:10]}"
    return f"{each['title']} ({when}, sha256 {str(each['hash'])[:_HASH_SHOWN]}…)"


def lists_of(subject: str) -> str:
    """The address of the answer that says on which lists a name stands; none for a parent's."""
    stem, _, question = subject.rpartition(".")
    asked = {PARTY_NAME: _LISTS, OWNER_NAME: _OWNER_LISTS}.get(question)
    return f"{stem}.{asked}" if asked else ""


def answers_from(record: Record) -> Mapping[str, Answer]:
    """The answers that a screening gives to the questions about lists.

    A party or owner with an open hit, or one not screened, is on lists that are not known;
    so is one that was found nowhere in a list that is old by now. A parent's hits bear on
    ownership, which stays a question for a person.
    """
    answers: dict[str, Answer] = {}
    for subject in sorted(filter(lists_of, record.names)):
        standing_on = [
            hit for hit in record.of(subject) if hit.state in (State.TRUE, State.PERMITTED)
        ]
        known = _is_known(record, subject) and not (record.old_lists and not standing_on)
        options = _options(standing_on) if known else None
        if subject.endswith(f".{OWNER_NAME}"):
            only = None if options is None else tuple(o for o in options if o in _OF_OWNERS)
            answers[lists_of(subject)] = only
        else:
            answers[lists_of(subject)] = options
            answers |= _beside_lists(record, subject, standing_on)
    return answers


def _is_known(record: Record, subject: str) -> bool:
    still = any(hit.state.is_open for hit in record.of(subject))
    return subject not in record.unscreened and not still


def _beside_lists(record: Record, subject: str, standing_on: list[Line]) -> dict[str, Answer]:
    """The date of the look-up, and the footnote where just one is inferred."""
    party, _, _ = subject.rpartition(".")
    answers: dict[str, Answer] = {}
    if record.moment and subject not in record.unscreened:
        answers[f"{party}.{_DATE}"] = record.moment.date().isoformat()
    footnotes = {hit.listed.footnote for hit in standing_on if hit.listed.source == "EL"}
    if len(footnotes) == 1 and (footnote := footnotes.pop()):
        answers[f"{party}.{_FOOTNOTE}"] = f"fn{footnote}"
    return answers


def _options(hits: list[Line]) -> tuple[str, ...]:
    found = (SOURCES.get(hit.listed.source) for hit in hits)
    return tuple(dict.fromkeys(source.option if source else "other_list" for source in found))
