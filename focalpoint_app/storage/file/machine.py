"""What names of files say of the machine that made them."""

from __future__ import annotations

import platform
import re


def machine_name() -> str:
    """Letters, digits and hyphens, 30 bytes at most; ``here`` where it has none."""
    said = re.sub(r"[^\w-]", "", platform.node()).encode("utf-8", "ignore")
    return said[:30].decode("utf-8", "ignore") or "here"
