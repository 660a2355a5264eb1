"""Joining what has no revisions: sources, the profile, notes, judgements."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import Connection

from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.content import Content
from focalpoint_app.domain.entity_joining import (
    JoinedEntity,
    Known,
    joined_entity,
    joined_past,
    marks_of,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.mark_seals import opened
from focalpoint_app.domain.note import Note
from focalpoint_app.domain.reconciling import Card, entity_card
from focalpoint_app.storage import notes, sources
from focalpoint_app.storage.consultation import stakeholders
from focalpoint_app.storage.database import Database
from focalpoint_app.storage.joining import earlier, reconciling
from focalpoint_app.storage.joining.entities import (
    ENTITIES,
    NOTE,
    PAPER,
    SOURCE,
    STAKEHOLDER,
    Entity,
    Row,
    delete_row,
    put_row,
    read_rows,
    rows_of_review,
    whole_row,
)

_COPIES = UUID("6a3f5f1e-7a5c-4c5e-9a0b-0c9d8d1f6b55")
_STILL_USED = ("source.cited", "stakeholder.asked")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two files of one review; ``at`` is when they are joined."""

    ours: Database
    theirs: Database
    review: str
    at: datetime
    keys: tuple[str, str]
    """Of marks: ours, theirs."""

    @property
    def foreign(self) -> str | None:
        """A copy that has not expunged what we have brings marks of it: they are
        sealed with its key, which does not come along.  None for our own."""
        ours, theirs = self.keys
        return theirs if theirs != ours and theirs else None


def join_entities(
    meeting: Meeting, entities: Iterable[Entity], *, deleting: bool = True
) -> int:
    """How many came in, were changed, or were taken out."""
    return sum(_join(meeting, each, deleting=deleting) for each in entities)


def settle_entity(
    connection: Connection, card: Card, content: Mapping[str, Any]
) -> None:
    """What the card is about says this from now on, and follows both sides."""
    entity, (subject,) = ENTITIES[card.kind], card.subject
    stood = read_rows(connection, entity, (subject,)).get(subject)
    pasts = earlier.read_pasts(connection, entity.kind).get(subject, ())
    theirs = earlier.read_pasts(connection, earlier.CARD).get(card.id, ())
    put_row(connection, entity, {entity.key: subject, **_decoded(entity, content)})
    standing = [marks_of(stood)] if stood else []
    ours, theirs = (
        opened(each, (earlier.read_key(connection),), standing)
        for each in (pasts, theirs)
    )
    past = joined_past(Known(stood, ours).all_marks, theirs)
    earlier.replace_past(connection, entity.kind, subject, past)
    earlier.replace_past(connection, earlier.CARD, card.id, ())
    _index(connection, entity, subject)


def standing_content(connection: Connection, card: Card) -> Content:
    """What the card's thing says here now, as cards have it; None where it is gone."""
    entity, (subject,) = ENTITIES[card.kind], card.subject
    row = read_rows(connection, entity, (subject,)).get(subject)
    return None if row is None else _encoded(row)


def _join(meeting: Meeting, entity: Entity, *, deleting: bool) -> int:
    with meeting.theirs.reading() as connection:
        far = _known(connection, entity, meeting.review)
    with meeting.ours.reading() as connection:
        here = _known(connection, entity, meeting.review)
    taken = 0
    for subject, theirs in far.items():
        ours = here.get(subject, Known(None))
        if ours != theirs:
            ours, theirs = _opened((ours, theirs), meeting.keys)
            joined = joined_entity(ours, theirs)
            if joined.row is not None or deleting:
                taken += _taken(meeting, entity, subject, (ours, theirs, joined))
    return taken


def _opened(sides: tuple[Known, Known], keys: tuple[str, str]) -> tuple[Known, Known]:
    """What stands on either side is found again in the past of both."""
    standing = [marks_of(each.row) for each in sides if each.row is not None]
    ours, theirs = (
        Known(each.row, opened(each.past, keys, standing)) for each in sides
    )
    return ours, theirs


def _known(connection: Connection, entity: Entity, review: str) -> dict[str, Known]:
    rows = rows_of_review(connection, entity, review)
    return earlier.known(connection, entity, rows)


def _taken(
    meeting: Meeting,
    entity: Entity,
    subject: str,
    sides: tuple[Known, Known, JoinedEntity],
) -> bool:
    ours, theirs, joined = sides
    if joined.is_conflict:
        return _put_aside(meeting, entity, subject, (ours, theirs))
    row = joined.row
    is_new = ours.row is None and row is not None
    if is_new and entity.keeps_file:
        with meeting.theirs.reading() as connection:
            row = whole_row(connection, entity, subject)
    differs = ours.row != joined.row
    with meeting.ours.writing_briefly() as connection:
        if differs and not _put(connection, meeting.review, entity, (subject, row)):
            return False
        past = joined.past
        earlier.replace_past(connection, entity.kind, subject, past, meeting.foreign)
        reconciling.settle_cards_of(connection, entity.kind, subject)
    return differs


def _put_aside(
    meeting: Meeting, entity: Entity, subject: str, sides: tuple[Known, Known]
) -> bool:
    """A card, with what the other file knows of it; of minutes at work a copy."""
    ours, theirs = sides
    if entity is PAPER:
        return _copy(meeting, subject, theirs)
    card = entity_card(
        entity.kind, subject, _encoded(ours.row or {}), _encoded(theirs.row or {})
    )
    with meeting.ours.writing_briefly() as connection:
        reconciling.put_cards(connection, meeting.review, (card,), meeting.at)
        past = theirs.all_marks
        earlier.replace_past(connection, earlier.CARD, card.id, past, meeting.foreign)
    return False


def _copy(meeting: Meeting, subject: str, theirs: Known) -> bool:
    """The same for the same words, so that joining again makes no other."""
    marks = canonical_json(dict(marks_of(theirs.row or {}))).decode()
    name = str(uuid5(_COPIES, f"{subject}/{marks}"))
    with meeting.theirs.reading() as connection:
        row = {**whole_row(connection, PAPER, subject), "id": name}
    with meeting.ours.writing_briefly() as connection:
        is_new = not _is_here(connection, meeting.review, row)
        if is_new:
            put_row(connection, PAPER, row)
    return is_new


def _is_here(connection: Connection, review: str, row: Row) -> bool:
    """Whether minutes of the same words are, or were, at work here."""
    wanted = _words(row)
    pasts = earlier.read_pasts(connection, PAPER.kind)
    here = rows_of_review(connection, PAPER, review).values()
    return str(row["id"]) in pasts or any(_words(each) == wanted for each in here)


def _words(row: Row) -> Row:
    return {name: row[name] for name in ("kind", "name", "body")}


def _put(
    connection: Connection, review: str, entity: Entity, what: tuple[str, Row | None]
) -> bool:
    """Whether it could be; what is still cited or asked stays."""
    subject, row = what
    if row is None:
        return _delete(connection, review, entity, subject)
    if entity is NOTE:
        said = {name: value for name, value in row.items() if name != "review"}
        notes.delete_note(connection, review, subject)  # One that says less by now.
        notes.add_note(connection, review, Note(**said))
        return True
    if entity is PAPER and _is_here(connection, review, row):
        return False
    put_row(connection, entity, row)
    _index(connection, entity, subject)
    return True


def _delete(connection: Connection, review: str, entity: Entity, subject: str) -> bool:
    try:
        if entity is SOURCE:
            sources.delete_source(connection, subject)
        elif entity is STAKEHOLDER:
            stakeholders.delete_stakeholder(connection, subject)
        elif entity is NOTE:
            notes.delete_note(connection, review, subject)
        else:
            delete_row(connection, entity, subject)
    except AppError as exc:
        if exc.code not in _STILL_USED:
            raise
        return False
    return True


def _index(connection: Connection, entity: Entity, subject: str) -> None:
    if entity is SOURCE:
        named = [e for e in sources.read_sources(connection) if e.id == subject]
        sources.write_sources(connection, named)


def _encoded(row: Row) -> dict[str, Any]:
    """As JSON; a picture in base64, a time left out: nobody settles when it was."""
    return {
        name: base64.b64encode(value).decode() if isinstance(value, bytes) else
        str(value) if isinstance(value, bool | int) else value
        for name, value in row.items()
        if not isinstance(value, datetime)
    }  # fmt: skip


def _decoded(entity: Entity, content: Mapping[str, Any]) -> Row:
    types = {column.name: column.type.python_type for column in entity.table.columns}
    return {
        name: _typed(types[name], value)
        for name, value in content.items()
        if name in entity.names
    }


def _typed(kind: type, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if kind is bytes:
        return base64.b64decode(value)
    if kind is bool:
        return value == "True"
    return int(value) if kind is int else value
