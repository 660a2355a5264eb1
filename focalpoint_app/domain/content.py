"""Fields and their content: the units that are saved, sealed and undone.

The unit of revision is one field of one answer in one language; a table's is a
row, a citation is its own (architecture.md, decision 3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

Content = str | Sequence["Content"] | Mapping[str, "Content"] | None
"""JSON without numbers (they are decimal strings); None where cleared."""


class Field(StrEnum):
    VALUE = "value"
    ROW = "row"
    CITE = "cite"
    SKIP = "skip"
    CONFIDENTIALITY = "confidentiality"
    STATE = "state"
    MARKING = "marking"


@dataclass(frozen=True, slots=True, order=True)
class FieldKey:
    """``language`` for texts; ``item`` is the UUID of a row or citation."""

    question: str
    field: Field
    language: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One field's content before and after; what undo turns round."""

    key: FieldKey
    before: Content
    after: Content

    @property
    def reversed(self) -> Change:
        return Change(self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable act.  ``name`` is a code with a translated phrase.

    Codes: typing, choice, row, empty, cite, skip, confidentiality, state,
    import, restore, receive, insert, merge, marking, reconcile, judge, mark, note, ask,
    withdraw, take_back.  ``question`` is
    where the user is taken when it is undone.
    """

    id: str
    name: str
    question: str
    changes: tuple[Change, ...]
