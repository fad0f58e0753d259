"""Words for what the core knows: answers, citations, conclusions, standings, days.

A thing that is not known always reads so; no function here turns it into no or into nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.assessment.printing import NOT_KNOWN, UNIT_SIGNS, member_name, printed, printed_number
from app.report.cells import Cell, Confidence, Finding, Status, Text, Verdict, not_known

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from app.assessment.answers import Answer
    from app.assessment.determination import Determination
    from app.assessment.interview import Asked
    from app.questionnaire.definition import Citation, Citations, Question, Questionnaire, Scope
    from app.report.content.conclusion import Conclusion
    from app.report.content.matter import Matter

ERASED = "Erased"
_GRADES = {
    "firm": Confidence.FIRM,
    "arguable": Confidence.ARGUABLE,
    "undetermined": Confidence.UNDETERMINED,
}
STATES = {
    "in_force": "in force",
    "not_enforced": "codified, not enforced",
    "stayed": "stayed",
    "pending": "pending",
    "not_confirmed": "not confirmed",
    "ended": "ended",
    "not_yet": "not yet in being",
}


_WHOLE = re.compile(r"^0$")
_PLACE_WORDS = (
    (re.compile(r"^(\d+)-([A-Z]+)-(\d+)$"), r"\1 \2 \3"),  # volume, journal and page
    (re.compile(r"\bCategories(\d)to(\d)"), r"Categories \1 to \2"),
    (re.compile(r"\bCategory(\d)Part(\d)"), r"Category \1 Part \2"),
    (re.compile(r"\bCategory(\d)"), r"Category \1"),
    (re.compile(r"\bSupp(\d)"), r"Supp. No. \1"),
    (re.compile(r"\bAPP\.(?=TN|Note)"), "APP, "),
    (re.compile(r"\bTN ?(\d)"), r"Technical Note \1"),
    (re.compile(r"\bTN\b"), "Technical Note"),
    (re.compile(r"\bNote(\d)"), r"Note \1"),
    (re.compile(r"\bflag(\d)"), r"red flag \1"),
    (re.compile(r"\bfootnote(\d)"), r"footnote \1"),
)
"""How the parts of a place are keyed in a questionnaire, and how a lawyer writes them."""


def iso(day: dt.date | dt.datetime) -> str:
    """A day as tables print it."""
    return f"{day:%Y-%m-%d}"


def mark(source: str) -> str:
    """The short mark of an instrument that citations carry and section 5 explains."""
    return source.replace("_", " ").upper()


def cite(citation: Citation) -> str:
    """One citation: the mark of the instrument and the place in it."""
    place = _spelled(_WHOLE.sub("", citation.place).replace("/", ", "))
    head = mark(citation.source)
    return place if f" {head} " in place else f"{head} {place}".rstrip()


def head_of(citation: Citation) -> str:
    """The section, entry or document that a citation lies in; nothing for the whole of it."""
    return _spelled(_WHOLE.sub("", citation.place).partition("/")[0])


def _spelled(place: str) -> str:
    """A place as it is written: its parts in words, and a volume and page without hyphens."""
    for short_, words in _PLACE_WORDS:
        place = short_.sub(words, place)
    return place


def cites(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Citations as the margin prints them, each once."""
    return tuple(dict.fromkeys(map(cite, citations)))


def cited(citations: Citations) -> str:
    """Citations in one line."""
    return "; ".join(cites(citations))


def quoted(citations: Citations) -> str:
    """Citations in one line, with the few words relied on."""
    said = [f"{cite(c)}: “{c.words}”" if c.words else cite(c) for c in citations]
    return "; ".join(dict.fromkeys(said))


def capital(text: str) -> str:
    """The text with a capital at its head."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text as a sentence."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?" else f"{text}."


def listed(words: Sequence[str], most: int = 6, joint: str = "and") -> str:
    """Words in a row; beyond the most, how many more there are."""
    if len(words) > most:
        return f"{', '.join(words[:most])} {joint} {len(words) - most} more"
    return ", ".join(words[:-1]) + f" {joint} {words[-1]}" if len(words) > 1 else "".join(words)


def shortened(text: str, most: int = 160) -> str:
    """A text cut to what a heading can hold."""
    return text if len(text) <= most else f"{text[:most].rstrip()} …"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 answer``, ``3 answers``, ``no answer``."""
    return f"{number or 'no'} {one if number == 1 or not number else many or one + 's'}"


def short(says: str) -> str:
    """The head of an outcome in words: what stands before the first full stop and blank."""
    return says.partition(". ")[0].rstrip(".")


def conclusion_words(found: Determination, most: int = 4) -> str:
    """A conclusion in words; with many candidates only how many there are."""
    if found.settled:
        return sentence(found.says)
    names = [short(outcome.says) for outcome in found.text]
    if len(names) > most:
        return f"Not determined; {len(names)} outcomes are still possible."
    return f"Not determined: {listed(names, joint='or')}."


def practice_words(found: Determination) -> str:
    """What practice gives where it differs from the text."""
    if not found.differs:
        return ""
    names = [short(outcome.says) for outcome in found.practice]
    return f"In practice: {listed(names, joint='or')}."


def grade(conclusion: Conclusion, note: str = "") -> Status:
    """The confidence of a conclusion as a cell."""
    return Status(_GRADES[conclusion.confidence.grade], note)


def reasons(conclusion: Conclusion) -> tuple[str, ...]:
    """Why a conclusion is not firm, in sentences."""
    found = []
    for each in conclusion.confidence.reasons:
        about = f" ({each.name})" if each.name else ""
        note = f": {each.note}" if each.note else ""
        found.append(sentence(f"{each.reason.value}{about}{note}"))
    return tuple(found)


def named(matter: Matter, scope: Scope, keys: tuple[str, ...]) -> str:
    """The members that a thing is about; the assessment where it is of none."""
    pairs = zip(scope, keys, strict=True)
    return " to ".join(member_name(matter.today, group, key) for group, key in pairs)


def about(matter: Matter, asked: Asked) -> str:
    """The fact or question with its members, such as ``die area (Example card)``."""
    members = named(matter, asked.question.of, asked.keys)
    return f"{asked.question.short} ({members})" if members else asked.question.short


def answer_words(matter: Matter, question: Question, answer: Answer) -> str:
    """An answer in words, as the person gave it."""
    if answer is None:
        return capital(NOT_KNOWN)
    if question.kind in ("member", "members"):
        return _members(matter, question, answer)
    if isinstance(answer, Mapping):
        return "; ".join(_cells(question, answer)) or capital(NOT_KNOWN)
    return printed(matter.q, question.id, answer if not isinstance(answer, int) else _plain(answer))


def _plain(number: int) -> bool | float:
    return number if isinstance(number, bool) else float(number)


def _members(matter: Matter, question: Question, answer: object) -> str:
    keys = answer if isinstance(answer, tuple) else (str(answer),)
    names = [
        member_name(matter.today, question.group, key) if key in matter.members(question.group)
        else key
        for key in keys
    ]  # fmt: skip
    return listed(names, 12) or "None"


def _cells(question: Question, cells: Mapping[str, float | str | None]) -> Iterable[str]:
    unit = UNIT_SIGNS.get(question.unit, question.unit)
    for row in question.rows:
        cell = cells.get(row.id)
        if isinstance(cell, str):
            yield f"{row.title} not offered"
        elif cell is not None:
            yield f"{row.title} {printed_number(float(cell), 4)} {unit}".rstrip()
        elif row.id in cells:
            yield f"{row.title} not stated"


def answer_cell(matter: Matter, asked: Asked) -> Cell:
    """The answer as a cell; not known, not answered and erased are three different things."""
    if asked.address in matter.subject.erased:
        return Text(ERASED)
    if not asked.given:
        return not_known("Not answered.")
    if asked.answer is None:
        return not_known()
    if isinstance(asked.answer, bool):
        return Finding(Verdict.YES if asked.answer else Verdict.NO)
    given = matter.subject.assessment.answers.get(asked.address, asked.answer)
    return Text(answer_words(matter, asked.question, given))


def source_of(matter: Matter, address: str) -> str:
    """The document and page named for an answer."""
    return _companion(matter, address, "source")


def checked_by(matter: Matter, address: str) -> str:
    """Who compared an answer with its source."""
    return _companion(matter, address, "checked_by")


def _companion(matter: Matter, address: str, name: str) -> str:
    answer = matter.subject.assessment.answers.get(f"{address}.{name}")
    return answer if isinstance(answer, str) else ""


def given_on(matter: Matter, address: str) -> str:
    """The day on which an answer was given."""
    moment = matter.subject.given_at.get(address)
    return iso(moment) if moment else ""


def day_name(matter: Matter, day: dt.date) -> str:
    """``Today, 2026-11-25`` or ``2026-12-05``."""
    first = matter.today.day
    head = "As of" if matter.subject.as_of else "Today,"
    return f"{head} {iso(day)}" if day == first else iso(day)


def state_word(questionnaire: Questionnaire, rule: str, day: dt.date) -> str:
    """The standing of a rule on a day, in words."""
    stated = [s for s in questionnaire.rules[rule].status if s.start <= day]
    if not questionnaire.rules[rule].status:
        return STATES["in_force"]
    last = max(stated, key=lambda s: s.start, default=None)
    return STATES[last.state] if last else STATES["not_yet"]
