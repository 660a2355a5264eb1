"""Submitting from the window: what leaves, one order, one result with its verdict."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from focalpoint_app.document.edition_view import SHORT_DIGEST
from focalpoint_app.domain.clearance import Audience, Clearance, edition_of
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.certificates import load_p12
from focalpoint_app.pdf.embedding import ANSWERS_NAME
from focalpoint_app.pdf.verifying import Verdict, verify
from focalpoint_app.workflow.clear import cleared_content, frozen_content
from focalpoint_app.workflow.desk import Desk
from focalpoint_app.workflow.outputs import refuse_same
from focalpoint_app.workflow.submission import (
    ExportOptions,
    Watch,
    edition,
    export,
    sign_next,
)
from focalpoint_app.workflow.verdicts import verdict_lines


@dataclass(frozen=True, slots=True)
class Key:
    """A certificate file and what opens it."""

    p12: Path
    passphrase: bytes | None


@dataclass(frozen=True, slots=True)
class Order:
    """One PDF; ``key`` None leaves it unsigned, for ink."""

    target: Path
    language: str
    audience: Audience
    lines: tuple[SignLine, ...]
    key: Key | None = None


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
    attachment: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict that can be told in any language; ``holds`` where it is intact."""

    verdict: Verdict

    @property
    def holds(self) -> bool:
        return self.verdict.intact

    @property
    def demonstration(self) -> bool:
        return self.verdict.demonstration

    def lines(self, tr: Catalogue) -> tuple[str, ...]:
        """The verdict first, then each signature."""
        return tuple(verdict_lines(self.verdict, tr))


@dataclass(frozen=True, slots=True)
class Submitted:
    """``verdict`` is None for an unsigned file; ``missing``: no font has them."""

    path: Path
    pages: int
    missing: tuple[str, ...]
    verdict: Judged | None


def leaving(desk: Desk, parts: tuple[str, ...], audience: Audience) -> Leaving:
    """What these instruments' edition would hold if it were cleared now."""
    return _leaving(frozen_content(desk, parts), audience)


def leaving_of(clearance: Clearance, audience: Audience) -> Leaving:
    return _leaving(cleared_content(clearance), audience)


def printed_digest(clearance: Clearance, audience: Audience) -> str:
    """The first digits of what an edition's every page carries in its foot."""
    return edition(clearance, audience).digest[:SHORT_DIGEST]


def try_order(workspace: Path, order: Order) -> None:
    """Before anything is cleared: the key opens and the target can be written.

    Raises:
        AppError: ``file.same``, ``file.unwritable`` and as ``load_p12``.
    """
    refuse_same(workspace, order.target)
    try:
        with TemporaryFile(dir=order.target.parent):
            pass
    except OSError as exc:
        raise AppError("file.unwritable", file=order.target.name) from exc
    if order.key is not None:
        load_p12(order.key.p12, order.key.passphrase)


def submitted(
    questionnaire: Questionnaire, clearance: Clearance, order: Order, watch: Watch
) -> Submitted:
    """Long work for the worker.

    Raises:
        AppError: as ``load_p12`` and ``export``.
    """
    identity = load_p12(order.key.p12, order.key.passphrase) if order.key else None
    options = ExportOptions(
        order.target, order.language, order.audience, identity, order.lines
    )
    exported = export(questionnaire, clearance, options, watch)
    verdict = judged(order.target) if exported.signed else None
    return Submitted(exported.path, exported.pages, exported.missing, verdict)


def judged(path: Path) -> Judged:
    """The verdict on any file; AppError as ``verify``."""
    return Judged(verify(path))


def signed_next(source: Path, target: Path, key: Key, language: str) -> Judged:
    """Fill the next signature place of a PDF and judge the outcome."""
    refuse_same(source, target)
    sign_next(source, target, load_p12(key.p12, key.passphrase), language)
    return judged(target)


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
        ANSWERS_NAME,
        len(leaves.content),
    )


def _why_withheld(entry: Mapping[str, Any]) -> str:
    """Empty where there is nothing to withhold."""
    if entry.get("skipped"):
        return "skipped"
    if entry.get("value") is None:
        return ""
    return "confidential" if entry["visible"] else "hidden"
