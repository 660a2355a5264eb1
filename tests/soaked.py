"""How long a long form is: whole in `make soak`, a share of it in its short form."""

from __future__ import annotations

import os

SHARE = "FOCALPOINT_SOAK_SHARE"


def soaked(times: int, fewest: int = 1) -> int:
    """``times``, or what ``SHARE`` in the environment leaves of them."""
    return max(fewest, round(times * float(os.environ.get(SHARE, "1"))))
