"""Submitting from the window: one order, one result with its verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from focalpoint_app.domain.clearance import Clearance
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.verifying.verdict import Verdict
from focalpoint_app.workflow.submitting.judging import judge
from focalpoint_app.workflow.submitting.keys import Key, file_of, identity
from focalpoint_app.workflow.submitting.leaving import Order
from focalpoint_app.workflow.submitting.outputs import refuse_same, refuse_unwritable
from focalpoint_app.workflow.submitting.submission import (
    Exported,
    ExportOptions,
    Noted,
    Watch,
    export,
    sign_next,
)
from focalpoint_app.workflow.submitting.verdicts import verdict_lines


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
class Gate:
    """What happens on the way out: ``check`` and ``noted`` as for ``export``."""

    check: Callable[[bytes], None] | None = None
    noted: Noted | None = None


OPEN = Gate()


@dataclass(frozen=True, slots=True)
class Submitted:
    """``verdict`` is None for an unsigned file; ``missing``: no font has them."""

    exported: Exported
    verdict: Judged | None

    @property
    def path(self) -> Path:
        return self.exported.path

    @property
    def pages(self) -> int:
        return self.exported.pages

    @property
    def missing(self) -> tuple[str, ...]:
        return self.exported.missing


def try_order(workspace: Path, order: Order) -> None:
    """Before anything is cleared: the key opens and the target can be written.

    Raises:
        AppError: ``file.same``, ``file.unwritable``, ``disk.full``,
            ``signature.no_place`` and as ``keys.identity``.
    """
    refuse_same(workspace, order.target)
    refuse_unwritable(order.target)
    if order.key is None:
        return
    refuse_same(file_of(order.key), order.target)
    if not any(line.digital for line in order.lines):
        raise AppError("signature.no_place", file=order.target.name)
    identity(order.key)
    try_authority(order.timestamp)


def refuse_no_authority(address: str) -> None:
    """AppError ``timestamp.address``; none at all is no fault."""
    if address:
        from focalpoint_app.pdf.signing.time_stamps import refuse_no_address

        refuse_no_address(address)


def try_authority(address: str) -> None:
    """Before anything is cleared: does it stamp?  Nothing is asked of no address.

    Raises:
        AppError: ``timestamp.*``.
    """
    if address:
        from focalpoint_app.pdf.signing.time_stamps import Authority

        Authority(address).try_once()


def submitted(
    questionnaire: Questionnaire,
    clearance: Clearance,
    order: Order,
    watch: Watch,
    gate: Gate = OPEN,
) -> Submitted:
    """Long work for the worker.

    Raises:
        AppError: as ``keys.identity`` and ``export``.
    """
    signer = identity(order.key) if order.key else None
    options = ExportOptions(
        order.target, order.language, order.audience, signer, order.lines,
        order.beside, order.paper, gate.check, order.timestamp,
    )  # fmt: skip
    exported = export(questionnaire, clearance, options, watch, gate.noted)
    verdict = judged(order.target) if exported.signed else None
    return Submitted(exported, verdict)


def judged(path: Path) -> Judged:
    """The verdict on any file; AppError as ``verify``."""
    return Judged(judge(path))


def signed_next(
    source: Path, target: Path, key: Key, language: str, timestamp: str = ""
) -> Judged:
    """Fill the next signature place of a PDF and judge the outcome."""
    refuse_same(source, target)
    refuse_same(file_of(key), target)
    sign_next(source, target, identity(key), language, timestamp)
    return judged(target)
