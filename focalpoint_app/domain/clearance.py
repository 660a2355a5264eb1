"""Clearance and edition: what is frozen, and the part of it that may leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from focalpoint_app.domain.canonical import canonical_json, sha256_hex
from focalpoint_app.domain.consulted import leaving_consultation
from focalpoint_app.domain.text import is_blank

FORMAT = "focalpoint.clearance/1"
EDITION_FORMAT = "focalpoint.edition/1"


class Audience(StrEnum):
    """Whom an edition is for; ``admits`` tells which answers may enter it."""

    REVIEWING = "reviewing"
    PUBLIC = "public"

    def admits(self, confidentiality: str) -> bool:
        if self is Audience.PUBLIC:
            return confidentiality == "public"
        return confidentiality in ("reviewing", "public")


@dataclass(frozen=True, slots=True)
class Clearance:
    """A review frozen whole.  ``content`` is canonical JSON, never rewritten.

    ``number`` counts a review's clearances from 1; ``digest`` is the SHA-256 of
    ``content`` in hex; ``parts`` are the instruments it clears.
    """

    id: str
    review: str
    number: int
    parts: tuple[str, ...]
    time: datetime
    author: str
    content: bytes
    digest: str

    @property
    def is_void(self) -> bool:
        """A passage was expunged from it since: it is no longer what was cleared."""
        return sha256_hex(self.content) != self.digest


@dataclass(frozen=True, slots=True)
class Edition:
    """What may leave: ``content`` is the canonical JSON that travels in the PDF."""

    audience: Audience
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256 in hex, 64 digits: cover, foot, QR code, verification."""
        return sha256_hex(self.content)


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a clearance holds, as JSON values, before it has its one byte form.

    ``answers`` are exchange entries by question id; every one says ``visible``,
    ``confidentiality`` and ``state``.  ``heads`` map fields to revision digests.
    ``salt`` keeps the digest from telling what was expunged from it.
    ``consultation``: its record, where the editions are to carry it.
    """

    id: str
    state: str
    questionnaire: Mapping[str, Any]
    parts: tuple[str, ...]
    time: datetime
    author: Mapping[str, str]
    sources: tuple[Mapping[str, Any], ...]
    answers: Mapping[str, Mapping[str, Any]]
    heads: Mapping[str, str]
    salt: str = ""
    consultation: Mapping[str, Any] | None = None

    def content(self) -> bytes:
        said = {"consultation": self.consultation} if self.consultation else {}
        return canonical_json(
            {
                **said,
                "format": FORMAT,
                "id": self.id,
                "state": self.state,
                "questionnaire": self.questionnaire,
                "parts": list(self.parts),
                "time": self.time,
                "author": self.author,
                "sources": list(self.sources),
                "answers": self.answers,
                "heads": self.heads,
                "salt": self.salt,
            }
        )


def edition_of(cleared: Mapping[str, Any], audience: Audience) -> Edition:
    """Reduce a clearance's parsed content to what this audience may read.

    Left out: hidden, blank and skipped answers, answers above the audience (and the
    companions of such), sources none of the rest cites, states, heads, author.
    """
    entries: Mapping[str, Mapping[str, Any]] = cleared["answers"]
    parents: Mapping[str, str] = cleared["questionnaire"]["parents"]
    answers = {
        question: _leaving(entry)
        for question, entry in entries.items()
        if _may_leave(question, entries, parents, audience)
    }
    cited = {cite["source"] for each in answers.values() for cite in each["cites"]}
    described = {k: v for k, v in cleared["questionnaire"].items() if k != "parents"}
    content = {
        "format": EDITION_FORMAT,
        "clearance": cleared["id"],
        "audience": audience.value,
        "state": cleared["state"],
        "questionnaire": described,
        "parts": cleared["parts"],
        "cleared": cleared["time"],
        "sources": [each for each in cleared["sources"] if each["id"] in cited],
        "answers": answers,
    }
    if cleared.get("consultation"):
        record = leaving_consultation(cleared["consultation"], answers)
        content["consultation"] = record
    return Edition(audience, canonical_json(content))


def _may_leave(
    question: str,
    entries: Mapping[str, Mapping[str, Any]],
    parents: Mapping[str, str],
    audience: Audience,
) -> bool:
    entry = entries[question]
    if not entry["visible"] or entry.get("skipped") or not _says(entry.get("value")):
        return False
    if not audience.admits(entry["confidentiality"]):
        return False
    parent = parents.get(question)
    if parent is None:
        return True
    return parent in entries and _may_leave(parent, entries, parents, audience)


def _says(value: Any) -> bool:
    """Something a reader can see: blanks alone are no answer (``Answer.is_given``)."""
    match value:
        case str():
            return not is_blank(value)
        case Mapping():
            return any(_says(text) for name, text in value.items() if name != "id")
        case list():
            return any(map(_says, value))
    return value is not None


def _leaving(entry: Mapping[str, Any]) -> dict[str, Any]:
    kept = {"value": entry["value"], "cites": entry.get("cites", [])}
    if "directions" in entry:
        kept["directions"] = entry["directions"]
    return kept
