"""The screening of an assessment as paper prints it, from its record in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.operations.screening import names_of, standing
from app.operations.screening_record import State
from app.report.screened import HitLine, ListLine, NameLine, Said, Screened, Stand
from app.screening.folding import words_of
from app.screening.screen import POSSIBLE, STRONG
from app.screening.sources import NOT_HELD, footnote_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from app.assessment.assessment import Assessment
    from app.operations.screening_record import Line, Record
    from app.operations.sitting import Sitting
    from app.screening.screen import Name

_STANDS = {
    State.OPEN: Stand.OPEN,
    State.REOPENED: Stand.REOPENED,
    State.TRUE: Stand.TRUE,
    State.FALSE: Stand.FALSE,
    State.PERMITTED: Stand.PERMITTED,
}
_BANDS = f"Strong from {STRONG:.2f}, possible from {POSSIBLE:.2f}, weak below; the same address lifts a hit by one"
_ENTITY_LIST = "EL"


def screened(sitting: Sitting, today: dt.date) -> Screened:
    """What stands in the library about the screening of an open assessment."""
    return on_paper(standing(sitting.library, sitting.id, today), sitting.assessment)


def screened_as(sitting: Sitting, assessment: Assessment, today: dt.date) -> Screened | None:
    """The same for a revision, as long as the names in it are those that are screened now."""
    same = names_of(assessment.answers) == names_of(sitting.assessment.answers)
    return screened(sitting, today) if same else None


def on_paper(record: Record, assessment: Assessment) -> Screened:
    """A record with everything in words."""
    whose = {at: _whose(at, assessment) for at in {*record.names, *record.queries}}
    return Screened(
        moment=record.moment,
        who=record.who,
        engine=record.engine,
        threshold=record.threshold,
        bands=_BANDS,
        lists=tuple(_list(each, record) for each in record.lists),
        names=tuple(
            _name(at, name, record, whose[at], assessment) for at, name in record.names.items()
        ),
        hits=tuple(_hit(line, whose.get(line.subject, line.subject)) for line in record.hits),
        unscreened=tuple(
            f"{_words(whose[at])}: {record.names[at].name}" for at in record.unscreened
        ),
        old=record.old_lists,
        replaced=record.replaced_lists,
        not_held=tuple((each.title, each.why) for each in NOT_HELD),
    )


def _whose(address: str, assessment: Assessment) -> tuple[str, str]:
    """Whose name it is and what kind of name: a member's own, or what the question asks for."""
    stem, _, question = address.rpartition(".")
    q = assessment.questionnaire
    group = q.group_of_plural.get(stem.partition(".")[0])
    naming = group.name if group else ""
    name = assessment.answers.get(f"{stem}.{naming}")
    member = name if isinstance(name, str) and name else stem
    asked = q.questions.get(question)
    return member, "" if question == naming else asked.fact if asked else question


def _words(whose: tuple[str, str]) -> str:
    return ", ".join(filter(None, whose))


def _unscreened(whose: tuple[str, str], name: str) -> str:
    return name if whose == (name, "") else f"{_words(whose)}: {name}"


def _list(each: Mapping[str, object], record: Record) -> ListLine:
    title = str(each["title"])
    old = next((why for why in record.old_lists if why.startswith(f"{title}: ")), "")
    parties = each["parties"]
    return ListLine(
        title=title,
        file=str(each["file"]),
        hash=str(each["hash"]),
        dated=str(each["dated"]),
        imported=str(each["imported"])[:16].replace("T", " "),
        parties=parties if isinstance(parties, int) else 0,
        old=old.removeprefix(f"{title}: "),
        replaced=title in record.replaced_lists,
    )


def _name(
    address: str, name: Name, record: Record, whose: tuple[str, str], assessment: Assessment
) -> NameLine:
    return NameLine(
        whose=whose[0],
        what=whose[1],
        asked=name.name,
        words=" ".join(words_of(name.name)),
        country=_country(name.country, assessment),
        address=name.address,
        result=record.says(address),
    )


def _country(code: str, assessment: Assessment) -> str:
    known = assessment.questionnaire.countries.get(code)
    return known.name if known else code


def _hit(line: Line, whose: tuple[str, str] | str) -> HitLine:
    listed, said = line.listed, line.said
    return HitLine(
        whose=whose if isinstance(whose, str) else _words(whose),
        asked=line.asked,
        matched=line.matched,
        entry=listed.name,
        list=line.source_title,
        key=line.key,
        version=line.version,
        score=line.score,
        band=line.band,
        why=line.why,
        country=line.country,
        address=line.address,
        effect=line.effect,
        stand=_STANDS[line.state],
        said=Said(said.who, said.moment, said.reason, said.basis, said.second) if said else None,
        countries=listed.countries,
        addresses=listed.addresses,
        identifiers=listed.identifiers,
        programmes=listed.programmes,
        requirement=listed.requirement,
        policy=listed.policy,
        citation=listed.citation,
        footnote=footnote_words(listed.footnote) if listed.source == _ENTITY_LIST else "",
    )
