"""How each version of the file becomes the next; loaded only for an older file."""

from __future__ import annotations

from collections.abc import Callable

from alembic.operations import Operations

from focalpoint_app.storage.migrations import (
    v0001,
    v0002,
    v0003,
    v0004,
    v0005,
    v0006,
    v0007,
    v0008,
    v0009,
    v0010,
    v0011,
    v0012,
)

Upgrade = Callable[[Operations], None]

UPGRADES: tuple[Upgrade, ...] = (
    v0001.upgrade,
    v0002.upgrade,
    v0003.upgrade,
    v0004.upgrade,
    v0005.upgrade,
    v0006.upgrade,
    v0007.upgrade,
    v0008.upgrade,
    v0009.upgrade,
    v0010.upgrade,
    v0011.upgrade,
    v0012.upgrade,
)
"""Number n brings a file from version n to n + 1; a released one never changes."""
