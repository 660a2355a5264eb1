"""When a question is asked, as data: read, checked and evaluated, never executed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from focalpoint_app.domain.errors import AppError


class Facts(Protocol):
    """What a condition may ask about the answers given so far."""

    def chosen(self, question: str) -> tuple[str, ...]:
        """Choice ids selected in a visible question; empty when hidden."""
        ...

    def is_answered(self, question: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Is:
    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class Includes:
    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class Answered:
    question: str


@dataclass(frozen=True, slots=True)
class AnyOf:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    condition: Condition


Condition = Is | Includes | Answered | AnyOf | AllOf | Not


def holds(condition: Condition, facts: Facts) -> bool:
    match condition:
        case Is(question, choice):
            return facts.chosen(question) == (choice,)
        case Includes(question, choice):
            return choice in facts.chosen(question)
        case Answered(question):
            return facts.is_answered(question)
        case AnyOf(conditions):
            return any(holds(each, facts) for each in conditions)
        case AllOf(conditions):
            return all(holds(each, facts) for each in conditions)
        case Not(inner):
            return not holds(inner, facts)


def leaves(condition: Condition) -> Iterator[Is | Includes | Answered]:
    """Every comparison in it, for checking that questions and choices exist."""
    match condition:
        case AnyOf(conditions) | AllOf(conditions):
            for each in conditions:
                yield from leaves(each)
        case Not(inner):
            yield from leaves(inner)
        case _:
            yield condition


def condition_from_data(data: object) -> Condition:
    """Read ``{"is": [id, choice]}`` and its like.

    Raises:
        AppError: ``condition.malformed`` with the offending text.
    """
    if not isinstance(data, Mapping) or len(data) != 1:
        raise AppError("condition.malformed", text=str(data))
    ((name, body),) = data.items()
    match name, body:
        case "is", [str(question), str(choice)]:
            return Is(question, choice)
        case "includes", [str(question), str(choice)]:
            return Includes(question, choice)
        case "answered", str(question):
            return Answered(question)
        case "any_of", [*parts] if parts:
            return AnyOf(tuple(map(condition_from_data, parts)))
        case "all_of", [*parts] if parts:
            return AllOf(tuple(map(condition_from_data, parts)))
        case "not", inner:
            return Not(condition_from_data(inner))
    raise AppError("condition.malformed", text=str(data))


def condition_to_data(condition: Condition) -> dict[str, object]:
    match condition:
        case Is(question, choice):
            return {"is": [question, choice]}
        case Includes(question, choice):
            return {"includes": [question, choice]}
        case Answered(question):
            return {"answered": question}
        case AnyOf(conditions):
            return {"any_of": [condition_to_data(each) for each in conditions]}
        case AllOf(conditions):
            return {"all_of": [condition_to_data(each) for each in conditions]}
        case Not(inner):
            return {"not": condition_to_data(inner)}
