"""By which wording of the program's own sentences something was written."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from focalpoint_app.language.places import bundled

_SOURCES = "ar"
"""Its catalogue has every English sentence; English has none of its own."""
_LENGTH = 16  # hexadecimal digits


def wording_stamp(*languages: str) -> str:
    """The same in every copy of one version of the program, another in the next
    whose sentences are others.
    """
    whole = sha256()
    for language in (_SOURCES, *languages):
        whole.update(_catalogue(language))
    return whole.hexdigest()[:_LENGTH]


@cache
def _catalogue(language: str) -> bytes:
    file = bundled("resources") / "translations" / f"{language}.po"
    return sha256(file.read_bytes() if file.is_file() else b"").digest()
