"""What was done with a review as a whole, written down once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from focalpoint_app.domain.canonical import canonical_json, sha256_hex


class ActKind(StrEnum):
    """``SUBMITTED``: an edition was written, signed or not; its subject is the
    clearance.  ``SCAN_KEPT``, ``SCAN_REMOVED``: of a scan beside a clearance.
    ``EXPUNGED``: a passage was taken out by decision."""

    SUBMITTED = "submitted"
    SCAN_KEPT = "scan_kept"
    SCAN_REMOVED = "scan_removed"
    EXPUNGED = "expunged"


@dataclass(frozen=True, slots=True)
class Act:
    """``details`` are texts, lists and maps, by kind:

    submitted: ``audience``, ``edition`` (digest of its data), ``file`` (SHA-256 of the
    PDF), ``language``, ``signer`` and ``certificate`` (SHA-256; both empty unsigned).
    scan_kept: ``clearance``, ``content`` (SHA-256).  scan_removed: ``clearance``.
    expunged: ``reason``, ``question`` (empty for all), ``places`` (counts by what held
    it), ``left`` (subject to the digest of what stands there now).
    """

    id: str
    review: str
    kind: ActKind
    subject: str
    author: str
    time: datetime
    details: Mapping[str, Any]

    @property
    def digest(self) -> str:
        """SHA-256, in hex: what the chain logs."""
        said = [self.id, self.kind.value, self.subject, self.author, self.time]
        return sha256_hex(canonical_json([*said, self.details]))
