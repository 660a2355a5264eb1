"""What the chain shows: whether what was sealed is still as it was sealed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.storage.consultation import replies, uses, withdrawals
from focalpoint_app.storage.expunging.raw_rows import listed, quoted, rows
from focalpoint_app.storage.log import accounting, chain
from focalpoint_app.storage.log.seals import content_digest

_REVISIONS = (
    "SELECT id, question, field, language, item, author, time, salt, content,"
    " content_digest, digest, is_expunged FROM revisions WHERE review = ?"
)
_PARENTS = (
    "SELECT p.revision, p.parent FROM revision_parents p"
    " JOIN revisions r ON r.id = p.revision WHERE r.review = ?"
)
_CHAIN = (
    "SELECT seq, kind, subject, digest, previous, hash FROM chain"
    " WHERE review = ? ORDER BY seq"
)
_CLEARANCES = "SELECT id, digest, content, time, parts FROM clearances WHERE review = ?"


class Problem(NamedTuple):
    """``code``: chain.broken, chain.gap, chain.missing, chain.unlogged,
    revision.changed, content.changed, clearance.changed, receipt.changed,
    use.changed, withdrawal.changed, act.changed, scan.changed,
    scan.missing, scan.unlogged.
    ``question``: whose, where it is known."""

    code: str
    subject: str
    question: str = ""


class _Sealed(NamedTuple):
    """A revision's row, its values as they are stored."""

    id: str
    question: str
    field: str
    language: str
    item: str
    author: str
    time: str
    salt: str
    content: str | None
    content_digest: str
    digest: str
    is_expunged: int

    def real_digest(self, parents: list[str]) -> str:
        """As ``domain.revision.revision_digest`` has it, names in RFC 8785's order."""
        return sha256_hex(
            (
                f'{{"author":{quoted(self.author)}'
                f',"content":{quoted(self.content_digest)}'
                f',"field":{listed(self[1:5])},"id":{quoted(self.id)}'
                f',"parents":{listed(sorted(parents))},"time":{quoted(self.time)}}}'
            ).encode()
        )

    def real_content_digest(self) -> str:
        try:
            salt = bytes.fromhex(self.salt)
        except (ValueError, TypeError):  # Overwritten by what is no salt.
            return ""
        content = "null" if self.content is None else self.content
        return sha256_hex(salt + str(content).encode())


def problems(connection: Connection, review: str) -> Iterator[Problem]:
    """Nothing where the past is whole; what was expunged by decision is no problem."""
    links = tuple(rows(connection, _CHAIN, review))
    found = rows(connection, _REVISIONS, review)
    revisions = {row[0]: _Sealed._make(row) for row in found}
    acts = accounting.logged_acts(connection, review)
    left = accounting.left(acts)
    yield from _broken(links)
    yield from _changed(connection, review, revisions, left)
    sealed = {
        "clearance.changed": dict(_clearances(connection, review)),
        "receipt.changed": dict(replies.resealed(connection, review)),
        "use.changed": dict(uses.resealed(connection, review)),
        "withdrawal.changed": dict(withdrawals.resealed(connection, review)),
        "act.changed": {each.id: (each.digest, each.real_digest) for each in acts},
    }
    for code, digests in sealed.items():
        yield from _differing(code, digests, left)
    for code, scan in accounting.scan_problems(connection, review, acts):
        yield Problem(code, scan)
    for code, act in accounting.opening_problems(connection, acts):
        yield Problem(code, act)
    yield from (Problem("act.changed", act) for act in accounting.unreadable(acts))
    present = {each.id: each.digest for each in revisions.values()}
    for digests in sealed.values():
        present |= {each: digest for each, (digest, _) in digests.items()}
    questions = {each.id: each.question for each in revisions.values()}
    yield from _unmatched(links, present, questions)


def _differing(
    code: str, sealed: Mapping[str, tuple[str, str]], left: frozenset[tuple[str, str]]
) -> Iterator[Problem]:
    """``sealed``: the digest as it was written down, and as it is now."""
    for subject, (digest, real) in sealed.items():
        if digest != real and (subject, real) not in left:
            yield Problem(code, subject)


def _broken(links: tuple[tuple[Any, ...], ...]) -> Iterator[Problem]:
    previous = chain.START
    for expected, (seq, kind, subject, digest, before, hashed) in enumerate(links, 1):
        if seq != expected or before != previous:
            yield Problem("chain.gap", str(expected))
        elif hashed != _link_hash(str(seq), kind, subject, digest, before):
            yield Problem("chain.broken", subject)
        previous = hashed


def _link_hash(*said: str) -> str:
    """As ``chain.Link.expected_hash`` has it."""
    return sha256_hex(listed(said).encode())


def _changed(
    connection: Connection,
    review: str,
    revisions: Mapping[str, _Sealed],
    left: frozenset[tuple[str, str]],
) -> Iterator[Problem]:
    parents: dict[str, list[str]] = {}
    for child, parent in rows(connection, _PARENTS, review):
        digest = revisions[parent].digest if parent in revisions else ""
        parents.setdefault(child, []).append(digest)
    for each in revisions.values():
        if each.real_digest(parents.get(each.id, [])) != each.digest:
            yield Problem("revision.changed", each.id, each.question)
        real = each.real_content_digest()
        is_whole = real == each.content_digest
        if not ((each.id, real) in left if each.is_expunged else is_whole):
            yield Problem("content.changed", each.id, each.question)


def _clearances(
    connection: Connection, review: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    """No digest where the row beside the content says otherwise than it."""
    for id_, digest, content, *beside in rows(connection, _CLEARANCES, review):
        real = content_digest(content) if _is_beside(content, *beside) else ""
        yield id_, (digest, real)


def _is_beside(content: object, time: str, parts: str) -> bool:
    if not isinstance(content, bytes):
        return False
    try:
        frozen = json.loads(content)
        said = {"time": time, "parts": json.loads(parts)}
    except (ValueError, TypeError, RecursionError):
        return False
    return isinstance(frozen, Mapping) and all(
        frozen.get(name, value) == value for name, value in said.items()
    )


def _unmatched(
    links: tuple[tuple[Any, ...], ...],
    present: Mapping[str, str],
    questions: Mapping[str, str],
) -> Iterator[Problem]:
    logged = {subject: digest for _, _, subject, digest, _, _ in links}
    for subject, digest in logged.items():
        if subject not in present:
            yield Problem("chain.missing", subject)
        elif present[subject] != digest:
            yield Problem("chain.broken", subject, questions.get(subject, ""))
    for subject in present.keys() - logged.keys():
        yield Problem("chain.unlogged", subject, questions.get(subject, ""))
