"""Two histories of one field brought together, by what each revision follows.

Whatever is made here is made alike on every machine: ids, salts and times come
from what is merged, so that two coordinators who reconcile both ways agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.domain.merge.contents import merge_content
from focalpoint_app.domain.revision import Revision, content_digest, revision_digest

_MADE = UUID("0c7c6a0e-2f55-4f3e-8a53-52b7a7b3a0f4")
_SALT_DIGITS = 32

Revisions = Mapping[str, Revision]
"""One field's, by id."""


@dataclass(frozen=True, slots=True)
class Card:
    """A conflict to settle: the contents of two heads, where they came from.

    ``kind`` is ``field``, ``source``, ``stakeholder`` or ``round``; ``subject``
    the field's four columns or the id.  ``first`` and ``second`` stand in an order
    of their own, not of the files; ``merged`` is a proposal or None.
    """

    id: str
    kind: str
    subject: tuple[str, ...]
    base: Content
    first: Content
    second: Content
    merged: Content = None


@dataclass(frozen=True, slots=True)
class Joined:
    """One field's history after joining.

    ``head`` is what stands, ``made`` the merges that were needed, ``cards`` the
    conflicts, which leave their heads standing beside each other.
    """

    head: Revision
    made: tuple[Revision, ...] = ()
    cards: tuple[Card, ...] = ()


def joined(key: FieldKey, revisions: Revisions) -> Joined:
    """``revisions`` of both files; at least one."""
    known = dict(revisions)
    first, *others = sorted(_heads(known), key=lambda each: each.digest)
    made: list[Revision] = []
    cards: list[Card] = []
    for other in others:
        base = nearest_common(first, other, known)
        merged = merge_content(base, first.content, other.content)
        if merged.is_conflict:
            cards.append(_card(key, base, first, other, merged.content))
            continue
        first = _merge(key, (first, other), merged.content)
        known[first.id] = first
        made.append(first)
    return Joined(first, tuple(made), tuple(cards))


def nearest_common(one: Revision, other: Revision, known: Revisions) -> Content:
    """The content both come from; None where they have nothing in common."""
    common = _ancestors(one, known) & _ancestors(other, known)
    followed = {p for each in common for p in known[each].parents}
    nearest = [known[each] for each in common - followed]
    return max(nearest, key=lambda each: each.digest).content if nearest else None


def unsealed_revision(
    key: FieldKey, heads: Iterable[Revision], said: tuple[str, datetime, Content]
) -> Revision:
    """Working text of the other file as the revision it would become.

    ``said``: author, time and content.
    """
    author, time, content = said
    parents = tuple(sorted(heads, key=lambda each: each.id))
    salt = sha256_hex(
        canonical_json(["working", [each.salt for each in parents], _named(key)])
    )[:_SALT_DIGITS]
    return _revision(key, parents, (author, time, salt), content)


def entity_card(kind: str, subject: str, first: Content, second: Content) -> Card:
    """A source, stakeholder or round that both files have, each its own way."""
    one, two = sorted((first, second), key=canonical_json)
    name = sha256_hex(canonical_json([kind, subject, one, two]))
    return Card(str(uuid5(_MADE, name)), kind, (subject,), None, one, two)


def _heads(known: Revisions) -> list[Revision]:
    followed = {parent for each in known.values() for parent in each.parents}
    return [each for each in known.values() if each.id not in followed]


def _ancestors(revision: Revision, known: Revisions) -> frozenset[str]:
    """With itself."""
    found: set[str] = set()
    waiting = [revision.id]
    while waiting:
        each = waiting.pop()
        if each not in found and each in known:
            found.add(each)
            waiting.extend(known[each].parents)
    return frozenset(found)


def _card(
    key: FieldKey, base: Content, one: Revision, other: Revision, merged: Content
) -> Card:
    name = "/".join(sorted((one.digest, other.digest)))
    card_id = str(uuid5(_MADE, f"card/{name}"))
    return Card(card_id, "field", _named(key), base, one.content, other.content, merged)


def _merge(
    key: FieldKey, parents: tuple[Revision, Revision], content: Content
) -> Revision:
    latest = max(parents, key=lambda each: (each.time, each.digest))
    salts = sorted(each.salt for each in parents)
    salt = sha256_hex(canonical_json(["merge", salts]))[:_SALT_DIGITS]
    in_order = tuple(sorted(parents, key=lambda each: each.id))
    return _revision(key, in_order, (latest.author, latest.time, salt), content)


def _revision(
    key: FieldKey,
    parents: tuple[Revision, ...],
    signed: tuple[str, datetime, str],
    content: Content,
) -> Revision:
    author, time, salt = signed
    digest = content_digest(salt, content)
    name = "/".join([*_named(key), *(each.digest for each in parents), digest])
    revision_id = str(uuid5(_MADE, name))
    digests = tuple(each.digest for each in parents)
    return Revision(
        id=revision_id,
        key=key,
        parents=tuple(each.id for each in parents),
        author=author,
        time=time,
        salt=salt,
        content=content,
        content_digest=digest,
        digest=revision_digest(revision_id, key, digests, (author, time, digest)),
    )


def _named(key: FieldKey) -> tuple[str, ...]:
    return key.question, key.field.value, key.language, key.item
