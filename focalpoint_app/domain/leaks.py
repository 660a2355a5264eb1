"""Whether a file that leaves says anything of what must stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Set

from focalpoint_app.domain.normal_form import normal_form

RUN = 12
"""Characters in a row that give a restricted text away."""

_BLANKS = re.compile(r"\s+")
_DIVIDED = re.compile(r"(?<=\w)[-\u2010][^\S\r\n]*[\r\n]\s*(?=\w)")
"""A word that goes on in the next line."""
_CAPITAL = r"A-Z\u00c0-\u00de\u0400-\u042f"
_CAPITALS = re.compile(rf"[{_CAPITAL}][{_CAPITAL}\W\d]{{11,}}")
_STRETCH = 0x640


class _Signs(dict[int, int | None]):
    """Signs by number with what is read of them, each looked up once."""

    def __init__(self, read: Callable[[str], int | None]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, sign: int) -> int | None:
        found = self[sign] = self._read(chr(sign))
        return found


def _seen(sign: str) -> int | None:
    """All but format characters."""
    return None if unicodedata.category(sign) == "Cf" else ord(sign)


def _bare(sign: str) -> int | None:
    """No vowel signs, nothing that stretches a word, figures as 0-9."""
    if unicodedata.category(sign) in ("Cf", "Mn") or ord(sign) == _STRETCH:
        return None
    figure = unicodedata.decimal(sign, None)
    return ord(sign) if figure is None else ord("0") + figure


_SEEN, _BARE = _Signs(_seen), _Signs(_bare)
_TABLES = (_SEEN, _BARE)


def words_turned(text: str) -> str:
    """The last word first, as some readers give Latin words beside Arabic."""
    return " ".join(reversed(text.split()))


def as_read(text: str) -> str:
    """As a reader of the page sees it: no format characters, one blank for many."""
    return _set(normal_form("NFKC", text).translate(_SEEN))


def _told_ways(text: str) -> frozenset[str]:
    """As it is read, and with what is all in capitals written small."""
    ways = _ways(text)
    return ways | {_CAPITALS.sub(_small, each) for each in ways}


def _kept_ways(text: str) -> frozenset[str]:
    """As it is read, and all written small: told in capitals, it is found too."""
    ways = _ways(text)
    return ways | {each.casefold() for each in ways}


def _ways(text: str) -> frozenset[str]:
    """As it is read, and as whoever wishes to hide it may write it: without vowel
    signs, in other figures, its words divided at the ends of lines."""
    plain = normal_form("NFKC", text)
    whole = _DIVIDED.sub("", plain)
    seen = (each.translate(signs) for each in {plain, whole} for signs in _TABLES)
    return frozenset(map(_set, seen))


def _small(found: re.Match[str]) -> str:
    return found[0].casefold()


def _set(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


def leaked(
    told: Iterable[str], restricted: Iterable[str], permitted: Iterable[str]
) -> tuple[str, ...]:
    """The passages of *told* made of runs that only *restricted* texts have.

    Runs that also stand in a *permitted* text give nothing away.
    """
    return passages_with(told, secret_runs(restricted, permitted))


def secret_runs(restricted: Iterable[str], permitted: Iterable[str]) -> Set[str]:
    """Runs of *restricted* texts that stand in no *permitted* one."""
    secret = _runs(restricted)
    for text in dict.fromkeys(permitted):
        if not secret:
            break
        # On a page it is set apart from what stands before and after it.
        for way in _kept_ways(text):
            secret.difference_update(_cut(f" {way} "))
    return secret


def passages_with(told: Iterable[str], secret: Set[str]) -> tuple[str, ...]:
    """The passages of *told* that are made of these runs, each once."""
    if not secret:
        return ()
    found = (
        passage
        for text in told
        for way in sorted(_told_ways(text))
        for passage in _passages(way, secret)
    )
    return tuple(dict.fromkeys(found))


def _runs(texts: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for text in texts:
        for way in _kept_ways(text):
            found.update(_cut(way))
    return found


def _cut(text: str) -> Iterator[str]:
    """Millions of them: no step of Python's for each."""
    ends = range(RUN, len(text) + 1)
    return map(text.__getitem__, map(slice, range(len(ends)), ends))


def _passages(text: str, secret: Set[str]) -> Iterator[str]:
    """Runs that overlap are one passage."""
    if secret.isdisjoint(_cut(text)):
        return
    start = end = -1
    for place, run in enumerate(_cut(text)):
        if run not in secret:
            continue
        if place > end:
            if start >= 0:
                yield text[start:end]
            start = place
        end = place + RUN
    if start >= 0:
        yield text[start:end]
