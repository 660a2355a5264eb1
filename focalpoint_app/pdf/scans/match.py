"""What comes of comparing a scan with a submission; loads quickly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from focalpoint_app.domain.page_code import PageCode


class Mismatch(StrEnum):
    """Why a scan is not of this submission.

    OTHER_VERSION: of the same clearance, but with other data (the public edition
    beside that for the reviewing States, say).
    """

    NO_CODE = "no_code"
    SEVERAL_CODES = "several_codes"
    OTHER_SUBMISSION = "other_submission"
    OTHER_VERSION = "other_version"


@dataclass(frozen=True, slots=True)
class Match:
    """``reason`` is None exactly when the scan belongs.

    ``page`` counts the scan's from 1; it and ``code`` are those of the code that
    was compared, None where there was none or more than one.  ``wanted`` is what
    the submission's own data say.  ``looked_at``: how many pages were, where the rest
    was given up.
    """

    reason: Mismatch | None
    wanted: PageCode
    page: int | None = None
    code: PageCode | None = None
    looked_at: int | None = None

    @property
    def belongs(self) -> bool:
        return self.reason is None

    def as_json(self) -> dict[str, object]:
        partly = {} if self.looked_at is None else {"pages_looked_at": self.looked_at}
        return {
            **partly,
            "match": self.belongs,
            "reason": self.reason,
            "page": self.page,
            "submission": self.code and self.code.submission,
            "digest": self.code and self.code.digest,
            "expected": {
                "submission": self.wanted.submission,
                "digest": self.wanted.digest,
            },
        }
