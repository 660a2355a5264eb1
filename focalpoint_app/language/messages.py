"""Reading gettext catalogues: the compiled ``.mo`` where fresh, else the ``.po``."""

from __future__ import annotations

import gettext
import hashlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

_FINGERPRINT = ("focalpoint", "sha256 of the source")
"""A message of compiled catalogues that says which ``.po`` it was made from.

Times of files say nothing inside a wheel or after a checkout.
"""


class Message(NamedTuple):
    """One translated message of a ``.po``, for questionnaires and checks."""

    context: str | None
    source: str
    text: str
    line: int | None


def translations(path: Path) -> gettext.NullTranslations:
    """The catalogue of a ``.po`` path, empty where neither it nor a ``.mo`` exists."""
    compiled = _compiled(path)
    if compiled is not None and _is_fresh(compiled, path):
        return compiled
    if not path.is_file():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(BytesIO(compiled_bytes(path)))


def compiled_bytes(path: Path) -> bytes:
    """The ``.mo`` of a ``.po``, with its fingerprint; fuzzy messages are left out."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source = path.read_bytes()
    catalogue = read_po(BytesIO(source), locale=path.stem)
    context, name = _FINGERPRINT
    catalogue.add(name, _fingerprint(source), context=context)
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def compile_catalogue(path: Path) -> Path:
    """Write the ``.mo`` beside its ``.po``, whole or not at all."""
    target = path.with_suffix(".mo")
    aside = target.with_suffix(".mo.new")
    aside.write_bytes(compiled_bytes(path))
    return aside.replace(target)


def read_messages(path: Path) -> Iterator[Message]:
    """Every translated, not fuzzy, singular message of a ``.po``.

    Raises:
        ValueError: the file is no catalogue; the text says where.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalogue = read_po(BytesIO(path.read_bytes()), abort_invalid=True)
    except PoFileError as exc:
        raise ValueError(str(exc)) from exc
    for each in catalogue:
        if isinstance(each.id, str) and each.id and each.string and not each.fuzzy:
            yield Message(each.context, each.id, str(each.string), each.lineno)


def _compiled(path: Path) -> gettext.GNUTranslations | None:
    target = path.with_suffix(".mo")
    if not target.is_file():
        return None
    with target.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def _is_fresh(compiled: gettext.GNUTranslations, source: Path) -> bool:
    if not source.is_file():
        return True
    return compiled.pgettext(*_FINGERPRINT) == _fingerprint(source.read_bytes())


def _fingerprint(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()
