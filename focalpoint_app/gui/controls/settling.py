"""Nothing is painted before it has its final size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent

_LEVELS = 12
"""Between a field and what scrolls it stand eight widgets at most; a scroll bar that
comes or goes changes the width once more."""


def settle_before(event: QEvent) -> None:
    """Lay out what waits for it, where ``event`` asks a window to paint itself.

    A field that grows asks its parent for room, the parent its own: one level at each
    turn of the event loop, with a paint between them that would cut the field's foot.
    """
    if event.type() == QEvent.Type.UpdateRequest:
        settle()


def settle() -> None:
    """Lay out all that waits for it, up to the windows."""
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
