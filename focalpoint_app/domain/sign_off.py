"""The sign-off page as data: who signs, in which words, in ink or digitally."""

from dataclasses import dataclass

MOST_LINES = 8


@dataclass(frozen=True, slots=True)
class SignLine:
    """One line of the sign-off page; ``digital`` gives it a signature field."""

    role: str
    name: str = ""
    title: str = ""
    seal: bool = False
    digital: bool = True
