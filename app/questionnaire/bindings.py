"""What is bound by name must be of the right kind and scope: days, names, owners, places to look.

The checker sees to what expressions name; here stand the fields that hold an id and nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.questionnaire.source import meant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.questionnaire.asking import Scope
    from app.questionnaire.definition import Action, Contradiction, Control, Group, Questionnaire
    from app.questionnaire.source import Complaints, Where

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)+")
_NAMES = ("text",)
_DAYS = ("date",)


def check_bindings(questionnaire: Questionnaire, complaints: Complaints) -> None:
    """Complain about every field that names a question of another kind, scope, or none."""
    bindings = _Bindings(questionnaire)
    for at, message in bindings.troubles():
        complaints.note(at, message)


class _Bindings:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self.q = questionnaire

    def troubles(self) -> Iterator[tuple[Where, str]]:
        for folder in self.q.folders.values():
            for field in ("planned", "until"):
                for message in self._bound(field, getattr(folder, field), _DAYS, ()):
                    yield folder.at, message
        for group in self.q.groups.values():
            yield from ((group.at, message) for message in self._group(group))
        for control in self.q.controls.values():
            yield from ((control.at, message) for message in self._control(control))
        for action in self.q.actions.values():
            yield from ((action.at, message) for message in self._action(action))
        for stated in self.q.contradictions.values():
            yield from ((stated.at, message) for message in self._contradiction(stated))
        for determination in self.q.determinations.values():
            if not determination.outcomes:
                yield determination.at, f"{determination.id} has no outcomes"

    def _group(self, group: Group) -> Iterator[str]:
        scope = (group.id,)
        yield from self._bound("name", group.name, _NAMES, scope, exactly=True)
        yield from self._bound("inside", group.inside, ("member",), scope, exactly=True)
        if group.inside in self.q.questions:
            yield from self._of_group("inside", group.inside, group.id)
        for owner, name in group.belongs_to.items():
            yield from self._bound("belongs_to", name, ("members",), scope, exactly=True)
            if name in self.q.questions:
                yield from self._of_group("belongs_to", name, owner)

    def _of_group(self, field: str, name: str, group: str) -> Iterator[str]:
        found = self.q.questions[name].group
        if found and found != group:
            yield f"'{field}': {name!r} chooses among {found!r}, not {group!r}"

    def _control(self, control: Control) -> Iterator[str]:
        if control.status in self.q.questions:
            yield from self._bound("status", control.status, ("one_of",), control.of)
        yield from self._bound("owner", control.owner, _NAMES, control.of)

    def _action(self, action: Action) -> Iterator[str]:
        for field, kinds in (("owner", _NAMES), ("due", _DAYS)):
            stated: str = getattr(action, field)
            if stated in self.q.questions or _LIKE_AN_ID.fullmatch(stated):
                yield from self._bound(field, stated, kinds, action.of)

    def _contradiction(self, stated: Contradiction) -> Iterator[str]:
        for field in ("look_at", "answered"):
            for name in getattr(stated, field):
                if name not in self.q.questions:
                    near = meant(name, self.q.questions)
                    yield f"'{field}': question {name!r} is not known{near}"

    def _bound(
        self, field: str, name: str, kinds: tuple[str, ...], scope: Scope, *, exactly: bool = False
    ) -> Iterator[str]:
        """What is wrong with a field that names a question to be read in a scope."""
        if not name:
            return
        question = self.q.questions.get(name)
        if question is None:
            yield f"'{field}': question {name!r} is not known{meant(name, self.q.questions)}"
            return
        if question.kind not in kinds:
            yield f"'{field}': {name!r} is a {question.kind} question, not {' or '.join(kinds)}"
        if exactly and question.of != scope:
            yield f"'{field}': {name!r} must be of each {scope[0]}"
        elif outside := [group for group in question.of if group not in scope]:
            yield f"'{field}': {name!r} is of each {' and '.join(outside)}, which is not at hand"
