"""What the system may write to a disk when this program falls."""

from __future__ import annotations

import sys


def forbid_core_files() -> None:
    """An image of the memory would hold answers; crash reports hold none.

    Programs that this one starts inherit it.  Windows has no such limit.
    """
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
