"""Who may see what: audiences and national markings of answers and contributions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.markings import Markings
from focalpoint_app.domain.stakeholder import Stakeholder
from focalpoint_app.exchange.marking_list import read_markings
from focalpoint_app.platform.places import resources_folder, settings_folder
from focalpoint_app.workflow.review.desk import Desk

OWN_LIST = "markings.json"
"""Beside the settings: the State's own list in place of the one that travels."""


@cache
def national_markings() -> Markings:
    """Lowest first; read when a review is opened, and once.

    Raises:
        AppError: ``markings.unreadable``.
    """
    own = settings_folder() / OWN_LIST
    is_there = own.exists() or own.is_symlink()  # To a share that is away, perhaps.
    return read_markings(own if is_there else resources_folder() / OWN_LIST)


def answer_marking(desk: Desk, question: str) -> str:
    content = desk.book.content(marking_key(question))
    return content if isinstance(content, str) else ""


def set_answer_marking(desk: Desk, question: str, marking: str) -> None:
    """Empty takes it away; one undoable step."""
    desk.put("marking", marking_key(question), marking or None)


def marking_key(question: str) -> FieldKey:
    return FieldKey(question, Field.MARKING)


def may_be_shown(desk: Desk, question: str, stakeholder: Stakeholder) -> bool:
    """Whether its draft answer may enter a file for this stakeholder.

    A companion stays behind with its parent, as in an edition.
    """
    is_wide = desk.answer(question).confidentiality.width >= stakeholder.may_see.width
    marking, known = answer_marking(desk, question), national_markings()
    if not is_wide or not known.permits(stakeholder.marking, marking):
        return False
    parent = desk.questionnaire.questions[question].parent
    return parent is None or may_be_shown(desk, parent, stakeholder)


def handling_of(desk: Desk, question: str) -> tuple[Confidentiality, str]:
    """The narrowest audience of an answer and of what it hangs on, and their highest
    marking."""
    family = (question, *_above(desk, question))
    levels = (desk.answer(each).confidentiality for each in family)
    marks = (answer_marking(desk, each) for each in family)
    return min(levels, key=lambda each: each.width), national_markings().highest(marks)


def _above(desk: Desk, question: str) -> Iterator[str]:
    form = desk.questionnaire.questions
    while (parent := form[question].parent) is not None:
        yield (question := parent)


def printed_marking(desk: Desk, markings: Iterable[str], language: str) -> str:
    """For every page of a document that holds texts so marked."""
    known = national_markings()
    highest = known.highest((desk.workspace.marking(), *markings))
    return known.printed(highest, language)


def marking_of_form(
    desk: Desk, letter: str, shown: Iterable[str], language: str
) -> str:
    """For a file that asks: the highest of its letter's marking, the State's own and
    those of the drafts that it shows; a companion's is its parent's, too."""
    asked = tuple(shown)
    family = {*asked, *(above for each in asked for above in _above(desk, each))}
    markings = (answer_marking(desk, each) for each in family)
    return printed_marking(desk, (letter, *markings), language)


def inherited(
    desk: Desk, question: str, quoted: Iterable[Contribution]
) -> tuple[Confidentiality, str]:
    """How confidential and how marked an answer becomes that quotes them."""
    given = tuple(quoted)
    audiences = (desk.answer(question).confidentiality, *(e.audience for e in given))
    markings = (answer_marking(desk, question), *(each.marking for each in given))
    narrowest = min(audiences, key=lambda each: each.width)
    return narrowest, national_markings().highest(markings)


def handling(
    desk: Desk, question: str, quoted: Iterable[Contribution]
) -> dict[FieldKey, Content]:
    """A quotation is as confidential, and as marked, as what it quotes."""
    audience, marking = inherited(desk, question, quoted)
    usual = audience is Confidentiality.REVIEWING
    return {
        FieldKey(question, Field.CONFIDENTIALITY): None if usual else audience.value,
        marking_key(question): marking or None,
    }
