"""A YAML file as entries that know their line, within limits that come first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from focalpoint_app.domain.errors import AppError

MAX_BYTES = 5_000_000
MAX_ENTRIES = 200_000
MAX_DEPTH = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """One node: every scalar is text, whatever YAML would make of it."""

    value: str | list[Entry] | dict[str, Entry]
    file: str
    line: int

    def get(self, key: str) -> Entry | None:
        return self.value.get(key) if isinstance(self.value, dict) else None

    def text(self, key: str, default: str = "") -> str:
        found = self.get(key)
        return default if found is None else found.scalar

    def each(self, key: str) -> tuple[Entry, ...]:
        """The items of a list, none where it is absent."""
        found = self.get(key)
        if found is None or not isinstance(found.value, list):
            return ()
        return tuple(found.value)

    def fields(self, key: str) -> dict[str, Entry]:
        """The entries of a mapping, none where it is absent."""
        found = self.get(key)
        if found is None or not isinstance(found.value, dict):
            return {}
        return found.value

    @property
    def scalar(self) -> str:
        return self.value if isinstance(self.value, str) else ""

    @property
    def plain(self) -> object:
        """Without lines, as conditions are read."""
        if isinstance(self.value, dict):
            return {key: each.plain for key, each in self.value.items()}
        if isinstance(self.value, list):
            return [each.plain for each in self.value]
        return self.value


def read_entries(path: Path) -> Entry:
    """The file's one document.

    Raises:
        AppError: ``form.unreadable``, ``form.too_large``, ``form.not_yaml``,
            ``form.alias``, ``form.too_deep``, ``form.too_many_entries``,
            ``form.duplicate_key``.
    """
    content = read_limited(path)
    try:
        return _Composer(path.name, content).document()
    except yaml.MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        line = mark.line + 1 if mark else 1
        raise AppError("form.not_yaml", file=path.name, line=line) from exc
    except (yaml.YAMLError, UnicodeDecodeError) as exc:
        raise AppError("form.not_yaml", file=path.name, line=1) from exc


def read_limited(path: Path) -> bytes:
    """The bytes of a file, never more than one beyond ``MAX_BYTES``."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as exc:
        reason = exc.strerror or type(exc).__name__
        raise AppError("form.unreadable", file=path.name, reason=reason) from exc
    if len(content) > MAX_BYTES:
        raise AppError("form.too_large", file=path.name, megabytes=5)
    return content


class _Composer:
    """Builds entries from the parser's events.

    PyYAML's own composer follows aliases (a small file grows without bound)
    and knows no depth, so the limits stand here, before anything is built.
    """

    def __init__(self, file: str, content: bytes) -> None:
        self._file = file
        self._events: Iterator[yaml.Event] = yaml.parse(content, yaml.CBaseLoader)
        self._count = 0

    def document(self) -> Entry:
        for event in self._events:
            if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                root = self._entry(event, 0)
                self._end()
                return root
        return Entry("", self._file, 1)

    def _end(self) -> None:
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise self._refusal("form.not_yaml", event)

    def _entry(self, event: yaml.Event, depth: int) -> Entry:
        self._check(event, depth)
        line = _line(event)
        match event:
            case yaml.ScalarEvent():
                return Entry(event.value, self._file, line)
            case yaml.SequenceStartEvent():
                return Entry(list(self._items(depth)), self._file, line)
            case yaml.MappingStartEvent():
                return Entry(self._mapping(depth), self._file, line)
        raise self._refusal("form.not_yaml", event)

    def _items(self, depth: int) -> Iterator[Entry]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._entry(event, depth + 1)

    def _mapping(self, depth: int) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._entry(event, depth + 1)
            if not isinstance(key.value, str):
                raise self._refusal("form.not_yaml", event)
            if key.value in found:
                raise self._refusal("form.duplicate_key", event, name=key.value)
            found[key.value] = self._entry(next(self._events), depth + 1)
        return found

    def _check(self, event: yaml.Event, depth: int) -> None:
        self._count += 1
        if getattr(event, "anchor", None) is not None:
            raise self._refusal("form.alias", event)
        if depth > MAX_DEPTH:
            raise self._refusal("form.too_deep", event, limit=MAX_DEPTH)
        if self._count > MAX_ENTRIES:
            raise self._refusal("form.too_many_entries", event, limit=MAX_ENTRIES)

    def _refusal(self, code: str, event: yaml.Event, **context: str | int) -> AppError:
        return AppError(code, file=self._file, line=_line(event), **context)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
