"""What the chain shows: whether what was sealed is still as it was sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.storage import chain, replies, uses
from focalpoint_app.storage.schema import clearances

# Rows are hashed as they are stored, which is their canonical form: read back into
# values and written out again, 100,000 of them take five times as long.
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


class Problem(NamedTuple):
    """``code``: chain.broken, chain.gap, chain.missing, chain.unlogged,
    revision.changed, content.changed, clearance.changed, receipt.changed,
    use.changed.  ``question``: whose, where it is known."""

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
                f'{{"author":{_quoted(self.author)}'
                f',"content":{_quoted(self.content_digest)}'
                f',"field":{_list(self[1:5])},"id":{_quoted(self.id)}'
                f',"parents":{_list(sorted(parents))},"time":{_quoted(self.time)}}}'
            ).encode()
        )

    def real_content_digest(self) -> str:
        try:
            salt = bytes.fromhex(self.salt)
        except (ValueError, TypeError):  # Overwritten by what is no salt.
            return ""
        content = "null" if self.content is None else self.content
        return sha256_hex(salt + str(content).encode())


def _quoted(text: object) -> str:
    return encode_basestring(str(text))


def _list(texts: Iterable[object]) -> str:
    return f"[{','.join(map(_quoted, texts))}]"


def problems(connection: Connection, review: str) -> Iterator[Problem]:
    """Nothing where the past is whole; an expunged content is no problem."""
    links = tuple(_rows(connection, _CHAIN, review))
    rows = _rows(connection, _REVISIONS, review)
    revisions = {row[0]: _Sealed._make(row) for row in rows}
    yield from _broken(links)
    yield from _changed(connection, review, revisions)
    cleared = dict(_clearances(connection, review))
    received = dict(replies.resealed(connection, review))
    used = dict(uses.resealed(connection, review))
    yield from _differing("clearance.changed", cleared)
    yield from _differing("receipt.changed", received)
    yield from _differing("use.changed", used)
    present = {each.id: each.digest for each in revisions.values()} | {
        each: digest for each, (digest, _) in {**cleared, **received, **used}.items()
    }
    questions = {each.id: each.question for each in revisions.values()}
    yield from _unmatched(links, present, questions)


def _differing(code: str, sealed: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """``sealed``: the digest as it was written down, and as it is now."""
    for subject, (digest, real) in sealed.items():
        if digest != real:
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
    return sha256_hex(_list(said).encode())


def _changed(
    connection: Connection, review: str, revisions: Mapping[str, _Sealed]
) -> Iterator[Problem]:
    parents: dict[str, list[str]] = {}
    for child, parent in _rows(connection, _PARENTS, review):
        digest = revisions[parent].digest if parent in revisions else ""
        parents.setdefault(child, []).append(digest)
    for each in revisions.values():
        if each.real_digest(parents.get(each.id, [])) != each.digest:
            yield Problem("revision.changed", each.id, each.question)
        if each.is_expunged:
            continue
        if each.real_content_digest() != each.content_digest:
            yield Problem("content.changed", each.id, each.question)


def _rows(connection: Connection, sql: str, review: str) -> Iterator[tuple[Any, ...]]:
    """Past SQLAlchemy, whose rows cost as much as the hashing."""
    raw: Any = connection.connection.driver_connection
    yield from raw.execute(sql, (review,))


def _clearances(
    connection: Connection, review: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    query = select(clearances).where(clearances.c.review == review)
    for row in connection.execute(query):
        yield row.id, (row.digest, sha256_hex(row.content))


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
