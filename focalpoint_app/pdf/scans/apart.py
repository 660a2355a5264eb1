"""Codes on the scan of a stranger, read in a process that may be lost.

PDFium is C++ and knows no limits of time or memory: a page of 2 KB can keep it busy
for a year.  So it looks at such a file in a process of its own, which the system
stops where a step takes too long or too much.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.page_code import PageCode
from focalpoint_app.pdf.scans.codes import FoundCode, codes_in
from focalpoint_app.pdf.scans.processes import (
    Bounds,
    Meter,
    limit_memory,
    program,
    ran_apart,
)
from focalpoint_app.pdf.scans.sheets import whole_scan

APART = "--codes-in-scan"
"""What the program is started with to read one scan and say what is on it."""

_BOUNDS = Bounds(seconds=600, said=1_000_000)
"""A busy machine may take its time over a whole submission: work is counted apart."""


@dataclass(frozen=True, slots=True)
class Looked:
    """``pages``: how many were looked at where the rest was given up, else None."""

    codes: tuple[FoundCode, ...]
    pages: int | None = None


def codes_read_apart(scan: Path) -> Looked:
    """As ``codes_in``; where the reader was lost, what it had found before.

    Raises:
        AppError: as ``codes_in``; ``scan.too_costly`` where it had found nothing.
    """
    whole_scan(scan)
    said = ran_apart([*program(), APART, str(scan)], _BOUNDS)
    lines = tuple(_lines(said.content))
    codes = tuple(_codes(lines))
    refusal = _refusal(lines, scan.name, is_whole=said.is_whole)
    if refusal is None:
        return Looked(codes)
    if not codes:
        raise refusal
    turned = (line["page"] for line in lines if isinstance(line.get("page"), int))
    return Looked(codes, max(1, max(turned, default=1) - 1))  # Not the last it began.


def answer(scan: str) -> int:
    """The other process: what it finds as it goes, a line of JSON each."""
    limit_memory()
    turn = Meter(Path(scan).name).turn

    def turned(page: int) -> bool:
        _say({"page": page})
        return turn(page)

    try:
        for each in codes_in(Path(scan), turned):
            _say({"code": each.code.written(), "on": each.page})
    except AppError as exc:
        _say({"refused": exc.code, "context": exc.context})
    except MemoryError:
        return 1
    return 0


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _lines(said: bytes) -> Iterator[dict[str, Any]]:
    """The last one may be cut off."""
    for each in said.splitlines():
        try:
            line = json.loads(each)
        except ValueError:
            return
        if isinstance(line, dict):
            yield line


def _codes(lines: tuple[dict[str, Any], ...]) -> Iterator[FoundCode]:
    for line in lines:
        code = PageCode.read(str(line.get("code", "")))
        if code is not None:
            yield FoundCode(int(line["on"]), code)


def _refusal(
    lines: tuple[dict[str, Any], ...], name: str, *, is_whole: bool
) -> AppError | None:
    for line in lines:
        if "refused" in line:
            return AppError(str(line["refused"]), **dict(line["context"]))
    return None if is_whole else AppError("scan.too_costly", file=name)
