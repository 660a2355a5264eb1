"""What is asked of a stakeholder and what comes back, whatever file carries it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Entry = Mapping[str, Any]
"""An answer as answers JSON has it (architecture.md): ``{"value": …}``."""


class Carrier(StrEnum):
    """The kind of file, or the occasion, that brings a reply."""

    WORD = "word"
    EXCEL = "excel"
    PACKET = "packet"
    MEETING = "meeting"
    LETTER = "letter"


class Standing(StrEnum):
    """How binding a contribution is, weakest first."""

    ORAL = "oral"
    PERSONAL = "personal"
    WORKING = "working"
    OFFICIAL = "official"

    @property
    def weight(self) -> int:
        return list(Standing).index(self)


@dataclass(frozen=True, slots=True)
class Register:
    """What an office's mail register notes of a letter, as printed there.

    ``date`` is ISO 8601 or empty.
    """

    outgoing: str = ""
    incoming: str = ""
    date: str = ""
    file: str = ""
    urgency: str = ""
    marking: str = ""
    annexes: str = ""
    copies: tuple[str, ...] = ()


UNREGISTERED = Register()


@dataclass(frozen=True, slots=True)
class Option:
    """A choice or a table's column, named in the request's language.

    ``choices`` are those of a column whose ``kind`` is choice.
    """

    id: str
    text: str
    kind: str = ""
    choices: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as a recipient sees it.

    ``kind`` is the questionnaire's: choice, choices, text, number, date, table.
    ``provision`` is written by the language; ``draft`` the national answer so far,
    where the focal point shows it; ``limit`` in characters, 0 for none.
    """

    id: str
    provision: str
    text: str
    kind: str
    guidance: str = ""
    choices: tuple[Option, ...] = ()
    columns: tuple[Option, ...] = ()
    draft: Entry | None = None
    limit: int = 0
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What one stakeholder is asked in one round.

    Ids are UUIDs made where the request was made; ``due`` is ISO 8601 or empty.
    ``state``: ISO 3166 code; ``structure``: the questionnaire's structure hash.
    """

    id: str
    review: str
    round: str
    stakeholder: str
    recipient: str
    state: str
    questionnaire: str
    version: str
    structure: str
    language: str
    questions: tuple[Asked, ...]
    letter: str = ""
    due: str = ""
    register: Register = Register()


@dataclass(frozen=True, slots=True)
class Trace:
    """A tracked change or a comment, with who made it and when as the file says.

    ``kind`` is ``inserted``, ``deleted`` or ``comment``; ``time`` ISO 8601 or empty.
    """

    kind: str
    text: str
    author: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """One question's part of a reply, word for word.

    ``entry`` None where only comments came.
    """

    question: str
    entry: Entry | None
    traces: tuple[Trace, ...] = ()


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with one question, or with the file where ``question`` is empty.

    ``code`` has a sentence in every language, ``context`` fills its gaps.
    """

    code: str
    question: str = ""
    context: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Respondent:
    """Who answered: a person for an institution, or nobody named."""

    name: str = ""
    role: str = ""
    women: int | None = None
    men: int | None = None


NOBODY = Respondent()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a file brought back.

    ``id``: a packet's UUID, else derived from the file's SHA-256, so that the same
    reply twice is one reply.  ``unassigned``: text outside every answer, kept.
    ``signer``: the public key, in hex, that a packet's reply was signed with;
    ``standing`` what the contributor says of it, which is for the receiver to judge.
    """

    id: str
    request: str
    carrier: Carrier
    given: tuple[Given, ...]
    unassigned: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    respondent: Respondent = Respondent()
    register: Register = Register()
    digest: str = ""
    signer: str = ""
    standing: Standing | None = None
