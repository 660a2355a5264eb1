"""What people put into a box that is to be ticked."""

from __future__ import annotations

from focalpoint_app.exchange.typed import same_text

TICK = "\u2713"
_TICKS = frozenset(
    {TICK, "\u2714", "\u2611", "\u2612", "x", "\u00d7", "1", "yes", "true"}
    | {"\u221a", "\u0445", "\u2705"}
)
"""The root sign is China's usual tick, U+0445 the x of Russian keyboards."""
_COLOURED = "\ufe0f"
"""What telephones put behind a tick, to show it in colours."""
_IN_WORDS = frozenset({"نعم", "oui", "sí", "да", "是"})
_BLANKS = frozenset({"", "0", "-", "no", "false", "لا", "non", "нет", "否", "\u2610"})


def is_tick(text: str) -> bool:
    return same_text(text).removesuffix(_COLOURED) in _TICKS | _IN_WORDS


def says_more(text: str) -> bool:
    """Whether it is neither a tick nor none, so that it is to be kept."""
    return not is_tick(text) and same_text(text) not in _BLANKS
