"""An answer: value, citations, skip reason, confidentiality and state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Context, Decimal
from enum import StrEnum

from focalpoint_app.domain.text import is_blank

NOT_COLLECTED = "not_collected"
"""A cell's value where the State does not collect the figure."""

MOST_DIGITS = 15
"""What every reader of JSON keeps of a number, as it was printed."""

LONGEST_CELL = 4_000
LONGEST_PROVISION = 1_000
LONGEST_REASON = 4_000
"""Characters; whatever is taken within these an import takes back."""

_LONGEST = 200
_UNROUNDED = Context(prec=_LONGEST)

Cell = Decimal | str
Directions = tuple[str, ...]
"""One mark a paragraph: ``""`` (by its text), ``rtl`` or ``ltr``."""


class Confidentiality(StrEnum):
    """Who may read an answer, from the narrowest audience to the widest."""

    NATIONAL = "national"
    REVIEWING = "reviewing"
    PUBLIC = "public"

    @property
    def width(self) -> int:
        return list(Confidentiality).index(self)


class AnswerState(StrEnum):
    DRAFT = "draft"
    FOR_REVIEW = "for_review"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    choice: str


@dataclass(frozen=True, slots=True)
class ChoicesValue:
    """A set; kept sorted so that equal sets are equal values."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextValue:
    texts: Mapping[str, str]
    directions: Mapping[str, Directions] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NumberValue:
    number: Decimal


@dataclass(frozen=True, slots=True)
class DateValue:
    """``date`` is ISO 8601: ``YYYY-MM-DD``."""

    date: str


@dataclass(frozen=True, slots=True)
class Row:
    """``id`` is a UUID made where the row was made."""

    id: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class TableValue:
    rows: tuple[Row, ...]


Value = ChoiceValue | ChoicesValue | TextValue | NumberValue | DateValue | TableValue


@dataclass(frozen=True, slots=True)
class Cite:
    """``provision`` as the source prints it: ``المادة 47``."""

    id: str
    source: str
    provision: str


@dataclass(frozen=True, slots=True)
class Answer:
    value: Value | None = None
    cites: tuple[Cite, ...] = ()
    skipped: str | None = None
    confidentiality: Confidentiality = Confidentiality.REVIEWING
    state: AnswerState = AnswerState.DRAFT

    @property
    def is_given(self) -> bool:
        """Holds a value a reader can see and is not skipped."""
        return self.skipped is None and has_content(self.value)

    @property
    def counts(self) -> bool:
        """Answered, or skipped with a reason."""
        return self.is_given or bool(self.skipped and not is_blank(self.skipped))

    @property
    def choices(self) -> tuple[str, ...]:
        """What is chosen; nothing while the question is skipped."""
        if self.skipped is not None:
            return ()
        match self.value:
            case ChoiceValue(choice):
                return (choice,)
            case ChoicesValue(choices):
                return choices
        return ()


EMPTY = Answer()


def has_content(value: Value | None) -> bool:
    match value:
        case None:
            return False
        case TextValue(texts):
            return any(not is_blank(text) for text in texts.values())
        case TableValue(rows):
            return any(_says(cell) for row in rows for cell in row.cells.values())
        case ChoicesValue(choices):
            return bool(choices)
    return True


def _says(cell: Cell) -> bool:
    return not isinstance(cell, str) or not is_blank(cell)


def is_exact(number: Decimal) -> bool:
    """Finite, and within ``MOST_DIGITS``: an answer's number can be given back.

    Its size is asked for first: writing ``1e-99999999`` out fills the memory.
    """
    _, digits, exponent = number.as_tuple()
    if isinstance(exponent, str) or max(len(digits), abs(exponent)) > _LONGEST:
        return False
    shortest = number.normalize(_UNROUNDED).as_tuple()
    return max(len(shortest.digits), abs(int(shortest.exponent))) <= MOST_DIGITS
