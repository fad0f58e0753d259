"""Everything that must hold between entries, complained about all at once."""

from __future__ import annotations

import re
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

from app.questionnaire import definition as d
from app.questionnaire.expression import ALWAYS, Formula
from app.questionnaire.names import evaluated_ids, names_of
from app.questionnaire.register_check import check_registers
from app.questionnaire.source import meant
from app.questionnaire.types import Types
from app.questionnaire.units import Units

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.questionnaire.definition import Questionnaire
    from app.questionnaire.source import Complaints, Where

TEMPLATE_NAME = re.compile(r"\{([^{}]*)\}")
_STATUS_OPTIONS = ("in_place", "planned", "gap")


def check(questionnaire: Questionnaire, complaints: Complaints) -> None:
    """Complain about everything that does not hold together."""
    checker = _Checker(questionnaire, complaints)
    checker.owners()
    checker.structure()
    checker.questions()
    checker.formulas()
    checker.templates()
    checker.citations()
    check_registers(questionnaire, complaints)
    if not complaints.problems:
        checker.circles()
        checker.use()


class _Checker:
    def __init__(self, questionnaire: Questionnaire, complaints: Complaints) -> None:
        self.q = questionnaire
        self.complaints = complaints
        self.types = Types(questionnaire, Units(questionnaire.units), complaints)

    def note(self, at: Where, message: str) -> None:
        self.complaints.note(at, message)

    def known(self, at: Where, name: str, names: Iterable[str], what: str) -> None:
        """Complain where ``name`` is none of ``names``."""
        names = tuple(names)
        if name not in names:
            self.note(at, f"{what} {name!r} is not known{meant(name, names)}")

    def owners(self) -> None:
        """One owner for each id, over all kinds that expressions can name."""
        q = self.q
        kinds = (q.questions, q.figures, q.rules, q.determinations, q.parameters, q.sets)
        more = (q.contradictions, q.actions, q.controls)
        seen: dict[str, Where] = {g.plural: g.at for g in q.groups.values()}
        for kind in (*kinds, *more):
            for name, thing in kind.items():
                if name in seen:
                    self.note(thing.at, f"{name!r} is given at {seen[name]} already")
                seen[name] = thing.at

    def structure(self) -> None:
        """Folders, groups, sections and scopes exist."""
        q = self.q
        for folder in q.folders.values():
            for used in folder.uses:
                self.known(folder.at, used, q.folders, "folder")
        for thing in self._everything():
            if thing.folder and thing.folder not in q.folders:
                self.note(thing.at, f"the folder {thing.folder!r} has no 'about'")
            for group in getattr(thing, "of", ()):
                self.known(thing.at, group, q.groups, "group")
            if getattr(thing, "section", ""):
                self.known(thing.at, thing.section, q.sections, "section")
        for section in q.sections.values():
            if section.within:
                self.known(section.at, section.within, q.sections, "section")
        for group in q.groups.values():
            self._group(group)

    def _group(self, group: d.Group) -> None:
        for name in (group.name, group.inside, *group.belongs_to.values()):
            if name:
                self.known(group.at, name, self.q.questions, "question")
        for owner in group.belongs_to:
            self.known(group.at, owner, self.q.groups, "group")

    def _everything(self) -> Iterator[Any]:
        q = self.q
        for kind in (
            q.groups,
            q.sections,
            q.questions,
            q.countries,
            q.parameters,
            q.sets,
            q.figures,
            q.rules,
            q.determinations,
            q.contradictions,
            q.actions,
            q.controls,
            q.planes,
            q.sources,
        ):
            yield from kind.values()

    def questions(self) -> None:
        """Each kind of question has what it needs; lists of words hold words that exist."""
        for question in self.q.questions.values():
            self._question(question)
        for words in self.q.sets.values():
            for part in (*words.combine, *words.less):
                self.known(words.at, part, self.q.sets, "set")
            if not words.values and not words.combine and not words.plus:
                self.note(words.at, f"{words.id} needs 'values', 'combine' or 'plus'")
        for figure in self.q.figures.values():
            if (figure.value is None) == (not figure.choose):
                self.note(figure.at, f"{figure.id} needs 'value' or 'choose', and not both")
            elif figure.choose and figure.choose[-1].when is not ALWAYS:
                self.note(figure.at, f"the last row of {figure.id} must have no 'when'")
        for control in self.q.controls.values():
            self._control(control)

    def _question(self, question: d.Question) -> None:
        needs = {
            "one_of": "options",
            "some_of": "options",
            "table": "rows",
            "member": "group",
            "members": "group",
        }
        need = needs.get(question.kind, "")
        if need and not getattr(question, need):
            self.note(question.at, f"a {question.kind} question needs {need!r}")
        if question.group:
            self.known(question.at, question.group, self.q.groups, "group")
        q = self.q
        kinds = (q.questions, q.sets, q.parameters, q.figures, q.rules, q.determinations)
        for option in question.options:
            if any(option.id in kind for kind in kinds):
                message = f"the option {option.id!r} has the id of something that has a value"
                self.note(question.at, f"{message}; an expression could not tell them apart")

    def _control(self, control: d.Control) -> None:
        if control.status:
            question = self.q.questions.get(control.status)
            options = tuple(o.id for o in question.options) if question else ()
            if set(options) != set(_STATUS_OPTIONS):
                message = f"status {control.status!r} must be a question of {_STATUS_OPTIONS}"
                self.note(control.at, message)
        if control.owner:
            self.known(control.at, control.owner, self.q.questions, "question")

    def formulas(self) -> None:
        """Every expression is of the right type, and names what can be named there."""
        q = self.q
        for question in q.questions.values():
            gates = [question.ask_when, *([question.whole_when] if question.whole_when else [])]
            for gate in gates:
                self._truth(gate, question, modal=True)
        for figure in q.figures.values():
            self.types.of_name(figure.id)
            for case in figure.choose:
                self._truth(case.when, figure)
        for rule in q.rules.values():
            self._rule(rule)
        for determination in q.determinations.values():
            self._determination(determination)
        for kind in (q.contradictions, q.actions, q.controls):
            for thing in kind.values():
                self._truth(thing.when, thing, modal=True)
        for plane in q.planes.values():
            self._plane(plane)

    def _truth(self, formula: Formula, thing: Any, *, modal: bool = False) -> None:  # noqa: ANN401
        found = self.types.of_formula(formula, thing.of, thing.folder, modal=modal)
        if found.kind == "bare":
            (word,) = found.words or {""}
            q = self.q
            names = (*q.questions, *q.figures, *q.rules)
            self.note(formula.at, f"{word!r} is not known{meant(word, names)}")
        elif found.kind not in ("truth", "anything"):
            self.note(formula.at, f"expected a condition, found a {found.kind}")

    def _rule(self, rule: d.Rule) -> None:
        for element in rule.when:
            self._truth(element.condition, rule)
        for name in rule.unless:
            self.known(rule.at, name, self.q.rules, "rule")
            if name in self.q.rules and not self.q.rules[name].lowers:
                self.note(rule.at, f"unless names {name!r}, which is no exclusion or exception")
        starts = [standing.start for standing in rule.status]
        if starts != sorted(starts):
            self.note(rule.at, f"the status of {rule.id} is not in order of date")

    def _determination(self, determination: d.Determination) -> None:
        self._truth(determination.wanted_when, determination, modal=True)
        for outcome in determination.outcomes:
            self._truth(outcome.when, determination)
        if determination.outcomes and determination.outcomes[-1].when is not ALWAYS:
            self.note(determination.at, f"the last outcome of {determination.id} has a 'when'")

    def _plane(self, plane: d.Plane) -> None:
        for axis in (plane.x, plane.y):
            self.known(plane.at, axis, self.q.figures, "figure")
        for region in plane.regions:
            for limit in (region.x_from, region.x_below, region.y_from, region.y_below):
                if limit:
                    self.known(plane.at, limit, self.q.parameters, "parameter")

    def templates(self) -> None:
        """Templates name values that exist and are of their scope or outward."""
        for thing in self._everything():
            for text in template_texts(thing):
                for name in TEMPLATE_NAME.findall(text):
                    self._template_name(thing, name)

    def _template_name(self, thing: Any, name: str) -> None:  # noqa: ANN401
        q = self.q
        kinds: tuple[Mapping[str, Any], ...] = (
            q.questions,
            q.figures,
            q.rules,
            q.determinations,
            q.parameters,
        )
        found = next((kind[name] for kind in kinds if name in kind), None)
        if found is None:
            names = [each for kind in kinds for each in kind]
            self.note(thing.at, f"{{{name}}} names nothing{meant(name, names)}")
        elif missing := [g for g in getattr(found, "of", ()) if g not in thing.of]:
            self.note(thing.at, f"{{{name}}} is of each {' and '.join(missing)}")

    def citations(self) -> None:
        """Every citation names a source, and every rule cites."""
        for thing in self._everything():
            for cited in cited_by(thing):
                self.known(thing.at, cited.source, self.q.sources, "source")
        for rule in self.q.rules.values():
            if not rule.cites:
                self.note(rule.at, f"the rule {rule.id} cites nothing")

    def circles(self) -> None:
        """Nothing depends on itself."""
        graph = {name: names_of(self.q, name) for name in evaluated_ids(self.q)}
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle: list[str] = error.args[1]
            at = next(thing.at for thing in self._everything() if thing.id == circle[0])
            self.note(at, f"a circle: {' needs '.join(reversed(circle))}")

    def use(self) -> None:
        """Every question can change something or is printed."""
        q = self.q
        used = {other for name in evaluated_ids(q) for other in names_of(q, name)}
        used |= {
            name for g in q.groups.values() for name in (g.name, g.inside, *g.belongs_to.values())
        }
        used |= {c.status for c in q.controls.values()} | {c.owner for c in q.controls.values()}
        used |= {a.owner for a in q.actions.values()} | {a.due for a in q.actions.values()}
        for thing in self._everything():
            used |= {name for t in template_texts(thing) for name in TEMPLATE_NAME.findall(t)}
        for question in q.questions.values():
            if question.id not in used and not question.printed:
                message = f"nothing depends on {question.id!r}; if a document prints it, say so"
                self.note(question.at, f"{message} with 'printed: yes'")


def template_texts(thing: Any) -> Iterator[str]:  # noqa: ANN401  # any entry
    """The texts of an entry in which values can stand."""
    for name in ("because", "but", "do", "what"):
        yield getattr(thing, name, "") or ""
    for outcome in getattr(thing, "outcomes", ()):
        yield from (outcome.because, outcome.says)
    reading = getattr(thing, "second_reading", None)
    if reading:
        yield reading.because


def cited_by(thing: Any) -> Iterator[d.Citation]:  # noqa: ANN401  # any entry
    """Every citation of an entry and of its parts."""
    yield from getattr(thing, "cites", ())
    for part in (
        (*getattr(thing, "status", ()), *getattr(thing, "when", ()))
        if isinstance(thing, d.Rule)
        else ()
    ):
        yield from part.cites
    reading = getattr(thing, "second_reading", None)
    if reading:
        yield from reading.cites
