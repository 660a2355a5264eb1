"""What was done with a review as a whole, written down once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
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
class Opening:
    """Which edition and which file a submission was, in hex: SHA-256 of the data and
    of the PDF.

    Whoever knows them can try guesses at what was expunged, so the chain holds their
    salted digest alone, and this goes with the passage.
    """

    edition: str
    file: str
    salt: str

    @property
    def digest(self) -> str:
        return sha256_hex(canonical_json(asdict(self)))


@dataclass(frozen=True, slots=True)
class Act:
    """``details`` are texts, lists and maps, by kind:

    submitted: ``audience``, ``sealed`` (the ``opening``'s digest), ``language``,
    ``signer`` and ``certificate`` (SHA-256; both empty unsigned); up to version 9 of
    the file ``edition`` and ``file`` themselves instead of ``sealed``.
    scan_kept: ``clearance``, ``content`` (SHA-256).  scan_removed: ``clearance``.
    expunged: ``reason``, ``decided`` (``contributions``, ``clearances``: that these
    lose it too), ``places`` (counts by what held it), ``left`` (subject to the digest
    of what stands there now), ``besides`` (ids of notes, minutes, contributions: no
    digest is kept of what they say), ``restated`` (subjects whose entry in the chain a
    guess could have been tried on), ``scans`` (names of those that show a digest
    printed).
    """

    id: str
    review: str
    kind: ActKind
    subject: str
    author: str
    time: datetime
    details: Mapping[str, Any]
    opening: Opening | None = None

    @property
    def digest(self) -> str:
        """SHA-256, in hex: what the chain logs."""
        said = [self.id, self.kind.value, self.subject, self.author, self.time]
        return sha256_hex(canonical_json([*said, self.details]))
