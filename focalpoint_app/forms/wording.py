"""The texts of a questionnaire in its languages, by gettext context."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Texts
from focalpoint_app.forms.entries import MAX_BYTES, Entry
from focalpoint_app.forms.faults import Faults, fault
from focalpoint_app.language.catalogue import SOURCE_LANGUAGE
from focalpoint_app.language.messages import CatalogueError, Wordings


class Wording:
    """English from the YAML itself, the other languages from ``<language>.po``."""

    def __init__(
        self, folder: Path, languages: tuple[str, ...], faults: Faults
    ) -> None:
        self._faults = faults
        self._wordings: Mapping[str, Wordings] = {
            language: read_wordings(folder / f"{language}.po")
            for language in languages
            if language != SOURCE_LANGUAGE
        }
        self._known: dict[tuple[str, str], Texts] = {}

    def texts(self, context: str, entry: Entry | None) -> Texts:
        """The entry's text in every language; empty where there is no entry."""
        if entry is None:
            return {}
        source = entry.scalar
        known = self._known.get((context, source))
        if known is None:
            known = self._known[context, source] = self._read(context, entry)
        return known

    def _read(self, context: str, entry: Entry) -> Texts:
        source = entry.scalar
        found = {SOURCE_LANGUAGE: source}
        for language, wordings in self._wordings.items():
            text = wordings.text(context, source)
            if text:
                found[language] = text
            else:
                gaps = {"name": context, "language": language}
                self._faults.add(fault("form.untranslated", entry, **gaps))
        return found


def read_wordings(path: Path) -> Wordings:
    """A questionnaire's catalogue.

    Raises:
        AppError: ``form.no_catalogue``, ``form.too_large``, ``form.not_po``.
    """
    if not path.is_file() and not path.with_suffix(".mo").is_file():
        raise AppError("form.no_catalogue", file=path.name)
    if path.is_file() and path.stat().st_size > MAX_BYTES:
        raise AppError("form.too_large", file=path.name, megabytes=5)
    try:
        return Wordings(path)
    except CatalogueError as exc:
        raise AppError("form.not_po", file=path.name, line=exc.line) from exc
