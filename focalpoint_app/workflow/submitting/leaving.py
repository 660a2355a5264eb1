"""What an edition would hold, counted before it leaves; nothing heavy is loaded."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from focalpoint_app.document.edition_view import SHORT_DIGEST
from focalpoint_app.document.look import PLAIN, Paper
from focalpoint_app.domain.clearance import Audience, Clearance, edition_of
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.workflow.review.clear import cleared_content, frozen_content
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.keys import Key


@dataclass(frozen=True, slots=True)
class Order:
    """One PDF; ``key`` None leaves it unsigned, for ink.

    ``beside`` is the language of a translation that stands beside the first,
    ``timestamp`` the address of a time-stamp authority, empty for none.
    """

    target: Path
    language: str
    audience: Audience
    lines: tuple[SignLine, ...]
    key: Key | None = None
    beside: str | None = None
    paper: Paper = PLAIN
    timestamp: str = ""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What an edition would hold; ``bytes`` is the size of its data.

    ``withheld`` counts given answers that stay behind by why: ``hidden``,
    ``skipped``, ``confidential``.
    """

    audience: Audience
    answers: int
    withheld: Mapping[str, int]
    sources: int
    bytes: int


def leaving(desk: Desk, parts: tuple[str, ...], audience: Audience) -> Leaving:
    """What these instruments' edition would hold if it were cleared now."""
    return _leaving(frozen_content(desk, parts), audience)


def leaving_of(clearance: Clearance, audience: Audience) -> Leaving:
    return _leaving(cleared_content(clearance), audience)


def printed_digest(clearance: Clearance, audience: Audience) -> str:
    """The first digits of what an edition's every page carries in its foot."""
    return edition_of(cleared_content(clearance), audience).digest[:SHORT_DIGEST]


def _leaving(content: Mapping[str, Any], audience: Audience) -> Leaving:
    leaves = edition_of(content, audience)
    kept = json.loads(leaves.content)
    entries = content["answers"]
    stays = Counter(
        why
        for question, entry in entries.items()
        if question not in kept["answers"] and (why := _why_withheld(entry))
    )
    return Leaving(
        audience,
        len(kept["answers"]),
        dict(stays),
        len(kept["sources"]),
        len(leaves.content),
    )


def _why_withheld(entry: Mapping[str, Any]) -> str:
    """Empty where there is nothing to withhold."""
    if entry.get("skipped"):
        return "skipped"
    if entry.get("value") is None:
        return ""
    return "confidential" if entry["visible"] else "hidden"
