"""The name of a witness, pasted by mistake, and the decision to take it out."""

from __future__ import annotations

from pathlib import Path

from focalpoint_app.domain.act import Act
from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.content import Field, FieldKey
from focalpoint_app.domain.expunging import passage_of
from focalpoint_app.storage import Workspace
from focalpoint_app.storage.expunging.expunged import Scope
from focalpoint_app.storage.expunging.expunging import Decision
from focalpoint_app.storage.file.files import companions
from tests.storage.samples import LAYLA, at

NAME = "زكريا  البحتري"
TOLD = f"أدلى {NAME} بشهادته في القضية 17."
SCOPE = Scope("r1", passage_of(NAME))
DECIDED = Decision("اسم شاهد أُلصق سهوا", LAYLA.id, at(60))
ALL = Decision(DECIDED.reason, LAYLA.id, at(60), contributions=True, clearances=True)
ROW = FieldKey("q.table", Field.ROW, item="1")


def cleared(said: str) -> bytes:
    entry = {"value": {"ar": said}, "cites": []}
    answers = {"untoc.5.1.narrative": entry, "untoc.5.1": {"value": "yes"}}
    return canonical_json({"answers": answers, "sources": [], "salt": "00" * 16})


def spellings(said: str) -> tuple[bytes, ...]:
    """As JSON has it, as the index folds it, in either encoding."""
    words = said.split()
    return tuple(
        word.encode(encoding) for word in words for encoding in ("utf-8", "utf-16-le")
    )


def held_in(path: Path, said: str = NAME) -> list[str]:
    """The files whose bytes hold a word of it."""
    return [
        each.name
        for each in (path, *companions(path))
        if each.exists() and any(word in each.read_bytes() for word in spellings(said))
    ]


def expunged(
    workspace: Workspace, decision: Decision = DECIDED, scope: Scope = SCOPE
) -> Act:
    act, is_scrubbed = workspace.expunge(scope, decision)
    assert is_scrubbed
    return act
