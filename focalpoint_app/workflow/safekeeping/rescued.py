"""Texts that were never saved, which lie in the profile under the workspace's key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from focalpoint_app.platform.places import rescue_folder
from focalpoint_app.platform.private_file import begun_in, write_private
from focalpoint_app.storage.ciphers.ciphering import Key
from focalpoint_app.storage.ciphers.rekeying import removed
from focalpoint_app.storage.workspace import Workspace

_LOCKED, _OPEN = ".locked", ".json"


@dataclass(frozen=True, slots=True)
class Kept:
    """``content`` as it is without a key."""

    path: Path
    content: bytes = field(repr=False)


def rescued_of(workspace: Workspace) -> tuple[Kept, ...]:
    """Those of its reviews that today's key opens."""
    return rescued_under(workspace, workspace.key)


def rescued_under(workspace: Workspace, key: Key | None) -> tuple[Kept, ...]:
    """Those of its reviews that this key opens, or that lie open where it is None."""
    suffix = _OPEN if key is None else _LOCKED
    own = {each.id for each in workspace.reviews()}
    found = sorted(rescue_folder().glob(f"*{suffix}"))
    return tuple(_readable(found, key, own))


def unread(workspace: Workspace) -> tuple[Path, ...]:
    """Those of its reviews, by their names, that the disk does not give out now."""
    suffix = _LOCKED if workspace.is_encrypted else _OPEN
    ends = tuple(f".{each.id[:8]}{suffix}" for each in workspace.reviews())
    found = sorted(rescue_folder().glob(f"*{suffix}"))
    return tuple(e for e in found if e.name.endswith(ends) and not _is_readable(e))


def taken_away(path: Path) -> bool:
    """False where another program has it open, or the disk may only be read: it is
    offered again at the next start."""
    return removed(path)


def sweep(workspace: Workspace) -> tuple[Path, ...]:
    """Take away what killed programs had begun to keep of its reviews, perhaps in the
    clear; what could not be taken away comes back.

    A text is kept only by the one program that writes the file, so nobody is at it.
    """
    if not workspace.is_writing:
        return ()
    own = "|".join(re.escape(each.id[:8]) for each in workspace.reviews())
    name = rf".*\.({own})({re.escape(_LOCKED)}|{re.escape(_OPEN)})"
    try:
        begun = begun_in(rescue_folder(), name) if own else ()
    except OSError:
        return (rescue_folder(),)
    return tuple(each for each in begun if not removed(each))


def follow(workspace: Workspace, kept: tuple[Kept, ...]) -> tuple[Path, ...]:
    """Put them under the key that the workspace has now; those that could not be."""
    return tuple(each.path for each in kept if not _has_followed(workspace, each))


def _is_readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except FileNotFoundError:  # Gone by itself meanwhile.
        return True
    except OSError:
        return False


def _readable(paths: list[Path], key: Key | None, own: set[str]) -> Iterator[Kept]:
    for path in paths:
        try:
            said = path.read_bytes()
            content = said if key is None else key.unlock(said) or b"{}"
            review = json.loads(content).get("review")
        except (OSError, ValueError, AttributeError):
            continue  # Another workspace's, or cut off by a full disk.
        if review in own:
            yield Kept(path, content)


def _has_followed(workspace: Workspace, kept: Kept) -> bool:
    suffix = _LOCKED if workspace.is_encrypted else _OPEN
    target = kept.path.with_suffix(suffix)
    try:
        write_private(target, workspace.guarded(kept.content))
        if target != kept.path:
            kept.path.unlink()
    except OSError:
        return False
    return True
