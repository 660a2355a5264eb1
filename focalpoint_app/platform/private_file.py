"""Small files that only their owner may read: replaced whole, or as they were."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

_OWN = 0o600
_LARGEST = 64 * 1024


def read_private(path: Path) -> bytes | None:
    """The content, None where there is no such file; OSError as reading raises."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None


def begun_in(folder: Path, name: str) -> tuple[Path, ...]:
    """What killed programs had begun to write there under names that fit, a pattern.

    Raises:
        OSError: the folder cannot be listed.
    """
    wanted = re.compile(rf"\.({name})\.[0-9a-f]{{8}}", re.DOTALL)
    return tuple(each for each in folder.iterdir() if wanted.fullmatch(each.name))


def write_private(path: Path, content: bytes) -> None:
    """On the disk when it returns, and never for others to read, not even beside.

    Raises:
        OSError: the file is as it was.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        number = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWN)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
