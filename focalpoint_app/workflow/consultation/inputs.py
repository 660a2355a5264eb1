"""How binding it is what stands in the answers, worked out anew where one changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from focalpoint_app.domain.consultation import Standing
from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.workflow.consultation.in_use import in_use
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class _State:
    """What was taken over into an answer, and what it and its companions say."""

    entered: frozenset[str]
    contents: tuple[Mapping[FieldKey, Content], ...]


@dataclass(slots=True)
class Inputs:
    """Asked with every pause in writing, it looks at the answer that changed only."""

    _known: dict[str, tuple[_State, frozenset[str]]] = field(default_factory=dict)

    def standings(self, desk: Desk) -> Mapping[str, tuple[Standing, ...]]:
        """By question, of each contribution that is used in its answer."""
        entered = desk.workspace.used_standings(desk.review.id)
        self._look(desk, {each: frozenset(given) for each, given in entered.items()})
        return {
            question: tuple(
                binding
                for each, binding in given.items()
                if each in self._known[question][1]
            )
            for question, given in entered.items()
        }

    def _look(self, desk: Desk, entered: Mapping[str, frozenset[str]]) -> None:
        """All at once where several changed, as when a review is opened."""
        now = {each: _state(desk, each, given) for each, given in entered.items()}
        none: tuple[_State | None, frozenset[str]] = (None, frozenset())
        changed = [e for e in now if self._known.get(e, none)[0] != now[e]]
        if changed:
            only = changed[0] if len(changed) == 1 else None
            used = frozenset(each.id for each in in_use(desk, only))
            self._known |= {each: (now[each], used) for each in changed}


def _state(desk: Desk, question: str, entered: frozenset[str]) -> _State:
    companions = desk.questionnaire.companions.get(question, ())
    family = (question, *(each.id for each in companions))
    return _State(entered, tuple(dict(desk.book.of(each)) for each in family))
