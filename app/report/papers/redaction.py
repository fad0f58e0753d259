"""An assessment without names: persons, parties, places and texts stand as what they are, numbered.

Every text answer goes but the descriptions of items, and in these each name is replaced wherever it
is written as in its answer. What a later version adds to a subject is left out until it is named here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from app.assessment.answers import addresses, keys_in
from app.assessment.assessment import given_all
from app.report.content.words import capital
from app.report.house import House
from app.report.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from app.assessment.answers import Answer
    from app.assessment.decided import Decided
    from app.questionnaire.definition import Question, Questionnaire

TITLE = "Copy without names"
_ITEM = ("item",)
_LEAST = 3
"""A name shorter than this is no name inside another text: it would be found in words."""
_BOUNDED_BELOW = 6
_COMPANIONS = {"source": "document", "checked_by": "checker"}


def redacted(subject: Subject) -> Subject:
    """The same subject without a name in it; it carries no house, no comments and no screening."""
    q, answers = subject.assessment.questionnaire, subject.assessment.answers
    stand_ins = {**_stand_ins(q, answers), **_around(subject)}
    clean = replacer(stand_ins)
    changed = {address: stand_ins[words] for address, words, _ in _gone(q, answers)}
    changed |= {at: clean(words) for at, words in _kept(q, answers)}
    return Subject(
        assessment=given_all(subject.assessment, changed),
        name=TITLE,
        moment=subject.moment,
        author="",
        program=subject.program,
        revision=subject.revision,
        as_of=subject.as_of,
        history=tuple(replace(h, author=clean(h.author)) for h in subject.history),
        exhibits=tuple(replace(e, name=f"Exhibit {n}") for n, e in enumerate(subject.exhibits, 1)),
        given_at=subject.given_at,
        erased=subject.erased,
        digest=subject.digest,
        house=House(legend=subject.house.legend, paper=subject.house.paper),
        decided=_decided(subject.decided, clean),
        differs=tuple(map(clean, subject.differs)),
        signed=tuple(replace(s, name="[name withheld]") for s in subject.signed),
    )


def _decided(decided: Decided | None, clean: Callable[[str], str]) -> Decided | None:
    if decided is None:
        return None
    stored = {
        key: replace(
            each,
            says=clean(each.says),
            because=clean(each.because),
            reasons=tuple(map(clean, each.reasons)),
        )
        for key, each in decided.conclusions.items()
    }
    troubles = tuple(map(clean, decided.troubles))
    return replace(decided, author="", conclusions=stored, troubles=troubles)


def names_of(subject: Subject) -> frozenset[str]:
    """Every text that a copy without names must not hold."""
    q, answers = subject.assessment.questionnaire, subject.assessment.answers
    return frozenset(words for _, words, _ in _gone(q, answers)) | frozenset(_around(subject))


def replacer(stand_ins: Mapping[str, str]) -> Callable[[str], str]:
    """What puts the stand-ins in the place of names inside a text, the longest name first."""
    found = sorted((n for n in stand_ins if len(n) >= _LEAST), key=len, reverse=True)
    if not found:
        return str
    names = {name.casefold(): stand_ins[name] for name in found}
    pattern = re.compile("|".join(map(_alone, found)), re.IGNORECASE)
    return lambda text: pattern.sub(lambda hit: names.get(hit[0].casefold(), "[name]"), text)


def _alone(name: str) -> str:
    """The name as a pattern; a short one only as a word of its own."""
    return rf"\b{re.escape(name)}\b" if len(name) < _BOUNDED_BELOW else re.escape(name)


def _texts(answers: Mapping[str, Answer]) -> Iterator[tuple[str, str]]:
    return ((at, words) for at, words in answers.items() if isinstance(words, str) and words)


def _gone(q: Questionnaire, answers: Mapping[str, Answer]) -> Iterator[tuple[str, str, str]]:
    """The texts that go, each with address and stand-in; names of members first."""
    questions = dict(addresses(q, answers))
    found = []
    for address, words in _texts(answers):
        question = q.questions.get(questions.get(address, ""))
        companion = _COMPANIONS.get(address.rpartition(".")[2], "")
        if question and question.kind == "text" and not _describes(question):
            found.append((not _is_naming(q, question), address, words, _what(q, question, address)))
        elif question is None and companion:
            found.append((True, address, words, f"[{companion}]"))
    for _, address, words, what in sorted(found, key=lambda each: each[0]):
        yield address, words, what


def _kept(q: Questionnaire, answers: Mapping[str, Answer]) -> Iterator[tuple[str, str]]:
    """The texts that stay, with names replaced inside: what describes an item."""
    questions = dict(addresses(q, answers))
    for address, words in _texts(answers):
        question = q.questions.get(questions.get(address, ""))
        if question and question.kind == "text" and _describes(question):
            yield address, words


def _describes(question: Question) -> bool:
    return question.of == _ITEM and not question.personal


def _is_naming(q: Questionnaire, question: Question) -> bool:
    return any(group.name == question.id for group in q.groups.values())


def _what(q: Questionnaire, question: Question, address: str) -> str:
    """What stands in the place of a text: the member with its number, or what was asked."""
    numbers = " ".join(_number(key) for key in keys_in(address))
    for group in q.groups.values():
        if group.name == question.id:
            return f"{capital(group.one)} {numbers}"
    return f"[{question.short}{f', {numbers}' if numbers else ''}]"


def _number(key: str) -> str:
    return key.lstrip("abcdefghijklmnopqrstuvwxyz") or key


def _stand_ins(q: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, str]:
    """For each text its stand-in; the same text has the same one wherever it stands."""
    found: dict[str, str] = {}
    for _, words, what in _gone(q, answers):
        found.setdefault(words, what)
    return _told_apart(found.items())


def _told_apart(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Stand-ins of different texts made different by a number."""
    used: dict[str, int] = {}
    found = {}
    for words, what in pairs:
        used[what] = used.get(what, 0) + 1
        end = f" {used[what]}]" if what.endswith("]") else f" ({used[what]})"
        found[words] = what if used[what] == 1 else what.removesuffix("]") + end
    return found


def _around(subject: Subject) -> dict[str, str]:
    """The names that stand around the answers: the assessment's, its authors', its exhibits'."""
    authors = dict.fromkeys((subject.author, *(h.author for h in subject.history)))
    decided = (subject.decided.author,) if subject.decided else ()
    pairs = [(name, "[author]") for name in dict.fromkeys((*authors, *decided)) if name]
    pairs += [(e.name, f"Exhibit {n}") for n, e in enumerate(subject.exhibits, 1)]
    pairs += [(s.name, "[name withheld]") for s in subject.signed if s.name]
    pairs += [(subject.name, "[assessment]")] if subject.name else []
    pairs += [(subject.house.name, "[firm]")] if subject.house.name else []
    return dict(pairs)
