"""Whether there is a screen to open a window on."""

import sys
from collections.abc import Mapping


def has_screen(environ: Mapping[str, str]) -> bool:
    """Windows and macOS have one; elsewhere a display server must be named."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
