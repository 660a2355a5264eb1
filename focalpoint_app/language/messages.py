"""Reading gettext catalogues: the compiled ``.mo`` where fresh, else the ``.po``."""

from __future__ import annotations

import gettext
import hashlib
import struct
from io import BytesIO
from pathlib import Path

_FINGERPRINT = ("focalpoint", "sha256 of the source")
"""A message of compiled catalogues that says which ``.po`` it was made from.

Times of files say nothing inside a wheel or after a checkout.
"""


class CatalogueError(ValueError):
    """A ``.po`` or ``.mo`` that cannot be read; ``line`` is 1 where unknown."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


class Wordings:
    """A catalogue whose every message has a context, as questionnaires have.

    Raises:
        CatalogueError: the file cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self._translations = translations(path)
        self._translations.add_fallback(_Missing())

    def text(self, context: str, source: str) -> str:
        """The translation, empty where there is none."""
        return self._translations.pgettext(context, source)


class _Missing(gettext.NullTranslations):
    def pgettext(self, context: str, message: str) -> str:
        del context, message  # Whatever is asked for is not there.
        return ""


def translations(path: Path) -> gettext.NullTranslations:
    """The catalogue of a ``.po`` path, empty where neither it nor a ``.mo`` exists.

    Raises:
        CatalogueError: the file that is there cannot be read.
    """
    compiled = _compiled(path)
    if compiled is not None and _is_fresh(compiled, path):
        return compiled
    if not path.is_file():
        return gettext.NullTranslations()
    return gettext.GNUTranslations(BytesIO(compiled_bytes(path)))


def compiled_bytes(path: Path) -> bytes:
    """The ``.mo`` of a ``.po``, with its fingerprint; fuzzy messages are left out.

    Raises:
        CatalogueError: the file is no catalogue.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    source = path.read_bytes()
    try:
        catalogue = read_po(BytesIO(source), _locale(path), abort_invalid=True)
    except PoFileError as exc:
        raise CatalogueError(int(exc.lineno or 0) + 1) from exc
    except UnicodeDecodeError as exc:
        raise CatalogueError(source.count(b"\n", 0, exc.start) + 1) from exc
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


def _compiled(path: Path) -> gettext.GNUTranslations | None:
    target = path.with_suffix(".mo")
    if not target.is_file():
        return None
    try:
        return gettext.GNUTranslations(BytesIO(target.read_bytes()))
    except (OSError, ValueError, struct.error) as exc:
        raise CatalogueError(1) from exc


def _is_fresh(compiled: gettext.GNUTranslations, source: Path) -> bool:
    if not source.is_file():
        return True
    return compiled.pgettext(*_FINGERPRINT) == _fingerprint(source.read_bytes())


def _fingerprint(source: bytes) -> str:
    return hashlib.sha256(source).hexdigest()


def _locale(path: Path) -> str:
    return path.name.split(".")[0].replace("-", "_")
