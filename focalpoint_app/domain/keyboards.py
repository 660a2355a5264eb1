"""Keys that lie side by side: what fingers walk when nobody thinks of a word."""

from __future__ import annotations

from collections.abc import Iterator

_KEYBOARDS = (
    ("`1234567890-=", " qwertyuiop[]", " asdfghjkl;'\\", " zxcvbnm,./"),
    ("~!@#$%^&*()_+", " QWERTYUIOP{}", ' ASDFGHJKL:"|', " ZXCVBNM<>?"),
    ("1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn,;:!"),
    ("1234567890ß", "qwertzuiopü", "asdfghjklöä", "yxcvbnm,.-"),
    ("ё1234567890-=", " йцукенгшщзхъ", " фывапролджэ", " ячсмитьбю."),
    ("ذ1234567890-=", " ضصثقفغعهخحجد", " شسيبلاتنمكط", " ئءؤرىةوزظ"),
)
SHORTEST = 4
"""Keys; three lie side by side in many a word."""

_Place = tuple[int, int]


def _places() -> Iterator[dict[str, _Place]]:
    """Where each sign lies; a held shift key changes no place."""
    for rows in _KEYBOARDS:
        yield {
            sign: (number, at)
            for number, row in enumerate(rows)
            for at, sign in enumerate(row)
            if sign != " "
        }


_PLACES = tuple(_places())
_LATIN = _PLACES[0] | _PLACES[1] | {"@": (0, 2)}
_ALL = (_LATIN, *_PLACES[2:])


def walked(said: str, start: int) -> int:
    """How many signs from ``start`` on lie each beside the one before, or are it."""
    return max(_walked(said, start, places) for places in _ALL)


def _walked(said: str, start: int, places: dict[str, _Place]) -> int:
    end, before = start, None
    while end < len(said) and (place := _place(said[end], places)) is not None:
        if before is not None and not _is_beside(before, place):
            break
        end, before = end + 1, place
    return end - start


def _place(sign: str, places: dict[str, _Place]) -> _Place | None:
    return places.get(sign) or places.get(sign.lower())


def _is_beside(one: _Place, other: _Place) -> bool:
    """Each row is shifted half a key against the one above."""
    (upper, above), (lower, below) = sorted((one, other))
    if upper == lower:
        return below - above <= 1
    return lower - upper == 1 and above - below in (0, 1)
