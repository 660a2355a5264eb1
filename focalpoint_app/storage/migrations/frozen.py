"""Chain and acts as versions 4 to 10 of the file have them; never changed any more.

What today's program knows of them may move on, and with it what an old file becomes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, text

from focalpoint_app.domain.canonical import canonical_json, sha256_hex

_LINKS = text(
    "SELECT seq, kind, subject, digest, previous, hash FROM chain"
    " WHERE review = :review ORDER BY seq"
)
_APPEND = text(
    "INSERT INTO chain (review, seq, kind, subject, digest, previous, hash)"
    " VALUES (:review, :seq, :kind, :subject, :digest, :previous, :hash)"
)
_RESTATE = text(
    "UPDATE chain SET digest = :digest, previous = :previous, hash = :hash"
    " WHERE review = :review AND seq = :seq"
)
_ADD_ACT = text(
    "INSERT INTO acts (id, review, kind, subject, author, time, details, digest)"
    " VALUES (:id, :review, :kind, :subject, :author, :time, :details, :digest)"
)


def add_act(connection: Connection, act: Mapping[str, Any]) -> None:
    """``act``: id, review, kind, subject, author, time as stored, details."""
    digest = act_digest(act, act["details"])
    row = {**act, "details": canonical_json(act["details"]).decode(), "digest": digest}
    connection.execute(_ADD_ACT, row)
    seq, previous = 0, ""
    for link in _links(connection, act["review"]):
        seq, previous = link["seq"], link["hash"]
    link = {"seq": seq + 1, "kind": "act", "subject": act["id"]}
    link = {**link, "digest": digest, "previous": previous}
    said = {**link, "review": act["review"], "hash": _hash(link)}
    connection.execute(_APPEND, said)


def act_digest(act: Mapping[str, Any], details: object) -> str:
    names = ("id", "kind", "subject", "author", "time")
    return sha256_hex(canonical_json([*(act[name] for name in names), details]))


def restate(connection: Connection, review: str, digests: Mapping[str, str]) -> None:
    """Entries of these subjects name these digests, and all behind them follow; what
    did not fit before does not fit after."""
    now: dict[str, str] = {}
    for link in _links(connection, review):
        digest = digests.get(link["subject"], link["digest"])
        previous = now.get(link["previous"], link["previous"])
        said = {**link, "digest": digest, "previous": previous}
        fits = link["hash"] == _hash(link)
        said["hash"] = now[link["hash"]] = _hash(said) if fits else link["hash"]
        if said != link:
            connection.execute(_RESTATE, {**said, "review": review})


def map_of(said: Any) -> Mapping[str, Any]:
    """Of JSON text; empty where the row was tampered with."""
    try:
        found = json.loads(said)
    except (ValueError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, Mapping) else {}


def marks_of(said: Any) -> dict[str, str]:
    """Of the JSON text of an earlier state's marks."""
    marks = map_of(said).items()
    return {name: mark for name, mark in marks if isinstance(mark, str)}


def _links(connection: Connection, review: str) -> Iterator[dict[str, Any]]:
    found = connection.execute(_LINKS, {"review": review}).mappings().all()
    yield from map(dict, found)


def _hash(link: Mapping[str, Any]) -> str:
    names = ("kind", "subject", "digest", "previous")
    said = [str(link["seq"]), *(link[name] for name in names)]
    return sha256_hex(canonical_json(said))
