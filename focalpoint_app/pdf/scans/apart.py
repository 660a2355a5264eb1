"""Codes on the scan of a stranger, read in a process that may be lost.

PDFium is C++ and knows no limits of time or memory: a page of 2 KB can keep it busy
for a year.  So it looks at such a file in a process of its own, which the system
stops where a step takes too long or too much.
"""

from __future__ import annotations

import json
import sys
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


def codes_read_apart(scan: Path) -> tuple[FoundCode, ...]:
    """As ``codes_in``.

    Raises:
        AppError: as ``codes_in``; ``scan.too_costly`` where the reader was lost.
    """
    whole_scan(scan)
    said = ran_apart([*program(), APART, str(scan)], _BOUNDS, scan.name)
    return tuple(_told(json.loads(said)))


def answer(scan: str) -> int:
    """The other process: what was found, or why nothing was, as JSON."""
    limit_memory()
    said: dict[str, Any]
    try:
        found = codes_in(Path(scan), Meter(Path(scan).name).turn)
        said = {"found": [[each.page, each.code.written()] for each in found]}
    except AppError as exc:
        said = {"refused": exc.code, "context": exc.context}
    except MemoryError:
        return 1
    sys.stdout.write(json.dumps(said))
    return 0


def _told(said: Any) -> list[FoundCode]:
    if "refused" in said:
        raise AppError(said["refused"], **said["context"])
    codes = ((page, PageCode.read(text)) for page, text in said["found"])
    return [FoundCode(page, code) for page, code in codes if code is not None]
