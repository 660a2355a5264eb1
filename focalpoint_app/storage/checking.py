"""What the chain shows: whether what was sealed is still as it was sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.revision import Revision, content_digest, revision_digest
from focalpoint_app.storage import chain, history, replies, uses
from focalpoint_app.storage.schema import clearances


@dataclass(frozen=True, slots=True)
class Problem:
    """``code``: chain.broken, chain.gap, chain.missing, chain.unlogged,
    revision.changed, content.changed, clearance.changed, receipt.changed,
    use.changed."""

    code: str
    subject: str


def problems(connection: Connection, review: str) -> Iterator[Problem]:
    """Nothing where the past is whole; an expunged content is no problem."""
    links = tuple(chain.links(connection, review))
    revisions = {each.id: each for each in history.all_of(connection, review)}
    digests = {each.id: each.digest for each in revisions.values()}
    yield from _broken(links)
    for revision in revisions.values():
        yield from _changed(revision, digests)
    cleared = dict(_clearances(connection, review))
    received = dict(replies.resealed(connection, review))
    used = dict(uses.resealed(connection, review))
    yield from _differing("clearance.changed", cleared)
    yield from _differing("receipt.changed", received)
    yield from _differing("use.changed", used)
    present = digests | {
        each: digest for each, (digest, _) in {**cleared, **received, **used}.items()
    }
    yield from _unmatched(links, present)


def _differing(code: str, sealed: Mapping[str, tuple[str, str]]) -> Iterator[Problem]:
    """``sealed``: the digest as it was written down, and as it is now."""
    for subject, (digest, real) in sealed.items():
        if digest != real:
            yield Problem(code, subject)


def _broken(links: tuple[chain.Link, ...]) -> Iterator[Problem]:
    previous = chain.START
    for expected, link in enumerate(links, start=1):
        if link.seq != expected or link.previous != previous:
            yield Problem("chain.gap", str(expected))
        elif link.hash != link.expected_hash:
            yield Problem("chain.broken", link.subject)
        previous = link.hash


def _changed(revision: Revision, digests: Mapping[str, str]) -> Iterator[Problem]:
    parents = tuple(digests.get(parent, "") for parent in revision.parents)
    signed = (revision.author, revision.time, revision.content_digest)
    digest = revision_digest(revision.id, revision.key, parents, signed)
    if digest != revision.digest:
        yield Problem("revision.changed", revision.id)
    if revision.expunged:
        return
    if content_digest(revision.salt, revision.content) != revision.content_digest:
        yield Problem("content.changed", revision.id)


def _clearances(
    connection: Connection, review: str
) -> Iterator[tuple[str, tuple[str, str]]]:
    query = select(clearances).where(clearances.c.review == review)
    for row in connection.execute(query):
        yield row.id, (row.digest, sha256_hex(row.content))


def _unmatched(
    links: tuple[chain.Link, ...], present: Mapping[str, str]
) -> Iterator[Problem]:
    logged = {link.subject: link.digest for link in links}
    for subject, digest in logged.items():
        if subject not in present:
            yield Problem("chain.missing", subject)
        elif present[subject] != digest:
            yield Problem("chain.broken", subject)
    for subject in present.keys() - logged.keys():
        yield Problem("chain.unlogged", subject)
