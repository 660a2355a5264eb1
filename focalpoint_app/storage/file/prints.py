"""Whether a file is still the one that was seen: by its stat, then by its bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Print:
    """``digest``: SHA-256 of the content, in hex."""

    size: int
    modified: int
    digest: str

    def is_of(self, path: Path) -> bool:
        """Cheap as a rule: the content is read only where the stat differs.

        Raises:
            OSError: but not where there is no such file.
        """
        try:
            found = path.stat()
        except FileNotFoundError:
            return False
        if (found.st_size, found.st_mtime_ns) == (self.size, self.modified):
            return True
        return found.st_size == self.size and digest_of(path) == self.digest


def print_of(path: Path) -> Print:
    found = path.stat()
    return Print(found.st_size, found.st_mtime_ns, digest_of(path))


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
