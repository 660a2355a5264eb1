"""A round that is still being put together, kept so that nothing of it is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import Any

from focalpoint_app.domain.consultation import Carrier, Register
from focalpoint_app.domain.consultation_data import register_from_data
from focalpoint_app.domain.numbering import Numbering
from focalpoint_app.domain.paper import Paper, PaperKind
from focalpoint_app.domain.text import clean_within
from focalpoint_app.workflow.consultation.kept_papers import kept_papers
from focalpoint_app.workflow.consultation.rounds import LONGEST_LETTER, Wish
from focalpoint_app.workflow.consultation.stakeholders import LONGEST_NAME
from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Others:
    """What the letter says besides the ``Wish``; a passphrase is never kept."""

    signatory: str = ""
    on_paper: bool = False


@dataclass(frozen=True, slots=True)
class _Kept:
    """What ``drawn_up`` writes."""

    name: str
    stakeholders: Sequence[str]
    questions: Sequence[str]
    carrier: Carrier
    register: Register
    others: Others
    with_draft: bool = False
    only_own: bool = False
    letter: str = ""
    due: str = ""
    numbering: Numbering = Numbering.SAME
    own_numbers: Mapping[str, str] = field(default_factory=dict)


Draft = Mapping[str, Any]


def drawn_up(wish: Wish, others: Others) -> Draft:
    """As plain data."""
    return {
        "name": clean_within(wish.name, LONGEST_NAME),
        "stakeholders": [each.id for each in wish.stakeholders],
        "questions": sorted(wish.questions),
        "carrier": wish.carrier.value,
        "with_draft": wish.with_draft,
        "only_own": wish.only_own,
        "letter": clean_within(wish.letter, LONGEST_LETTER),
        "due": wish.due,
        "register": asdict(wish.register),
        "numbering": wish.numbering.value,
        "own_numbers": dict(wish.own_numbers),
        "others": asdict(others),
    }


def keep_draft(desk: Desk, draft: Draft) -> None:
    """In the place of the one before; an unchanged one is not written again.

    Raises:
        AppError: ``text.*``.
    """
    before = _paper(desk)
    if before is not None and _same(before.body, draft):
        return
    known = before.id if before is not None else desk.new_id()
    desk.workspace.save_paper(
        Paper(
            known,
            desk.review.id,
            PaperKind.ROUND,
            str(draft["name"]),
            draft,
            desk.author.id,
            desk.clock(),
        )
    )


def kept_draft(desk: Desk) -> tuple[Wish, Others] | None:
    """None where nothing was begun; who was removed since is passed over."""
    for kept in kept_papers(desk, PaperKind.ROUND, _said, partial(_draft, desk)):
        return kept
    return None


def _said(paper: Paper) -> tuple[type[_Kept], object]:
    return _Kept, paper.body


def _draft(desk: Desk, paper: Paper) -> tuple[Wish, Others]:
    body = dict(paper.body)
    others = Others(**body.pop("others"))
    wanted = set(body.pop("stakeholders"))
    known = (each for each in desk.workspace.stakeholders() if each.id in wanted)
    wish = Wish(
        stakeholders=tuple(known),
        questions=frozenset(body.pop("questions")),
        carrier=Carrier(body.pop("carrier")),
        register=register_from_data(body.pop("register")),
        numbering=Numbering(body.pop("numbering", Numbering.SAME)),
        **body,
    )
    return wish, others


def forget_draft(desk: Desk) -> None:
    """It has become a round."""
    paper = _paper(desk)
    if paper is not None:
        desk.workspace.delete_paper(paper.id)


def _paper(desk: Desk) -> Paper | None:
    found = desk.workspace.papers(desk.review.id, PaperKind.ROUND)
    return found[0] if found else None


def _same(one: Mapping[str, Any], other: Draft) -> bool:
    """Lists come back from the file where tuples went in."""
    copies = list(other["register"]["copies"])
    return dict(one) == {**other, "register": {**other["register"], "copies": copies}}
