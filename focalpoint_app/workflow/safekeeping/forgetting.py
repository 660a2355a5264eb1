"""What making pages keeps of answers to be quicker, and a locked window must not."""

from __future__ import annotations

import sys

from focalpoint_app.storage.ciphers.private_memory import overwriting as overwriting

_ROOM = "focalpoint_app.pdf."


def forget_pages() -> None:
    """Words that were shaped, lines that were broken: of what is loaded of the room."""
    loaded = (each for name, each in sys.modules.items() if name.startswith(_ROOM))
    for module in tuple(loaded):
        for each in tuple(vars(module).values()):
            clear = getattr(each, "cache_clear", None)
            if callable(clear):
                clear()
