"""What somebody says who is not to be named, without the name that goes with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from focalpoint_app.domain.consultation import (
    NOBODY,
    Given,
    Reply,
    Respondent,
    Trace,
)
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.text import clean_text
from focalpoint_app.exchange.incoming.senders import TITLES

LEFT_OUT = "[…]"
_PICTURES = frozenset({"reply.picture", "reply.loose_picture"})
_NOBODY = frozenset(
    {
        "author", "user", "owner", "admin", "administrator", "guest", "unknown",
        "auteur", "utilisateur", "administrateur", "autor", "usuario", "administrador",
        "автор", "пользователь", "администратор", "作者", "用户", "مستخدم", "المؤلف",
    }
)  # fmt: skip
"""Whom programs say that somebody is who has no name there: words of any answer."""
_SHORTEST, _SHORTEST_HAN = 3, 2
"""Letters of a name that is looked for; fewer stand in too many words."""
_SHORT = 4
"""Letters up to which a name of one word begins no longer word."""
_HAN = "\u3400-\u9fff"
_LETTER = rf"[^\W\d_{_HAN}]"
_BEFORE = rf"(?:(?<!{_LETTER})|(?<=\b[وفبلك])|(?<=\b[وف][بلك]))"
"""Where a word begins, after what Arabic writes together with it, too."""


def unnamed_reply(reply: Reply) -> Reply:
    """Neither respondent nor authors are left, nor their names in any text.

    How many women and men answered stays.
    """
    names = _sought(_named(reply))
    counted = Respondent(women=reply.respondent.women, men=reply.respondent.men)
    return replace(
        reply,
        given=tuple(_given(each, names) for each in reply.given),
        unassigned=tuple(_without(each, names) for each in reply.unassigned),
        flaws=tuple(
            replace(each, context=_without(each.context, names)) for each in reply.flaws
        ),
        respondent=NOBODY if reply.respondent == NOBODY else counted,
        signer="",
    )


def refuse_pictures(reply: Reply) -> None:
    """Its file is not kept, so a picture would be lost; kept, it might show who it is.

    Raises:
        AppError: ``reply.anonymous_picture``.
    """
    if any(each.code in _PICTURES for each in reply.flaws):
        raise AppError("reply.anonymous_picture")


def unnamed_text(text: str, *names: str) -> str:
    """What somebody typed of a letter or a meeting, whoever is named in it."""
    sought = _sought(clean_text(each).strip() for each in names)
    return text if sought is None else sought.sub(LEFT_OUT, text)


def unsigned_text(text: str, names: Iterable[str]) -> str:
    """What somebody wrote whose names their file gives: a line that is made of a name's
    words signs it, and goes, too.
    """
    named = tuple(names)
    words = {each for name in named if "@" not in name for each in _words(name)}
    lines = (
        LEFT_OUT if _signs(line, words) else line
        for line in clean_text(text).split("\n")
    )
    return unnamed_text("\n".join(lines), *named)


def _signs(line: str, words: set[str]) -> bool:
    said = {*_words(line)}
    return bool(said & words) and said <= words | TITLES


def _words(text: str) -> Iterator[str]:
    return (each.strip(".").casefold() for each in re.findall(r"[^\W_][\w.'’-]*", text))


def _sought(names: Iterable[str]) -> re.Pattern[str] | None:
    """Every one of the names, however its words are set apart."""
    found = {tuple(name.split()) for name in names if len(name) >= _shortest(name)}
    longest_first = sorted(found, key=lambda words: (-len(words), words))
    spelled = [*map(_spelled, longest_first)]
    return re.compile("|".join(spelled), re.IGNORECASE) if spelled else None


def _shortest(name: str) -> int:
    return _SHORTEST_HAN if re.search(f"[{_HAN}]", name) else _SHORTEST


def _spelled(words: tuple[str, ...]) -> str:
    """A long name also with a case ending; no Ali in *quality*, Legal in *illegal*."""
    spelled = r"\s+".join(map(re.escape, words))
    if len(words) > 1 or re.search(f"[{_HAN}]", spelled):
        return spelled
    after = f"(?!{_LETTER})" if len(words[0]) <= _SHORT else ""
    return f"{_BEFORE}{spelled}{after}"


def _named(reply: Reply) -> Iterator[str]:
    yield clean_text(reply.respondent.name).strip()
    for given in reply.given:
        authors = (clean_text(trace.author).strip() for trace in given.traces)
        yield from (each for each in authors if each.casefold() not in _NOBODY)


def _given(given: Given, names: re.Pattern[str] | None) -> Given:
    entry = None if given.entry is None else _without(given.entry, names)
    traces = tuple(_unsigned(trace, names) for trace in given.traces)
    return replace(given, entry=entry, traces=traces)


def _unsigned(trace: Trace, names: re.Pattern[str] | None) -> Trace:
    return replace(trace, author="", text=_without(trace.text, names))


def _without(value: Any, names: re.Pattern[str] | None) -> Any:
    """The same value; ids of rows and choices are no words."""
    if names is None:
        return value
    match value:
        case str():
            return names.sub(LEFT_OUT, value)
        case Mapping():
            return {k: v if k == "id" else _without(v, names) for k, v in value.items()}
        case list() | tuple():
            return [_without(each, names) for each in value]
    return value
