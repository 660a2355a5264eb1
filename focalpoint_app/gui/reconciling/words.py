"""What a conflict is about, and what each side says, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from focalpoint_app.domain.answer import AnswerState, Confidentiality
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.gui.questionnaire.revision_words import content_words
from focalpoint_app.gui.words import AUDIENCES, STATES, question_name
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.names import language_name

if TYPE_CHECKING:
    from focalpoint_app.domain.questionnaire import Questionnaire
    from focalpoint_app.workflow.safekeeping.reconciling import Sides

Path = tuple[str, ...]
"""Names of columns, from the outside in."""

KINDS = {
    "source": N_("Source"),
    "stakeholder": N_("Institution"),
    "round": N_("Round"),
    "profile": N_("State profile"),
    "letterhead": N_("Letterhead"),
    "setting": N_("Marking and sign-off lines"),
    "reply": N_("Standing of the reply"),
    "contribution": N_("Who may read a contribution"),
    "use": N_("What was made of a contribution"),
    "note": N_("Note"),
    "evidence": N_("Scan of a signed page"),
    "reminder": N_("Letter to an institution"),
    "paper": N_("Letter or minutes at work"),
    "withdrawal": N_("Withdrawal of a request"),
    "suggested": N_("Articles suggested for an institution"),
}
FIELDS = {
    Field.CITE: N_("Cited source"),
    Field.SKIP: N_("Reason for leaving it out"),
    Field.CONFIDENTIALITY: N_("Who may read the answer"),
    Field.STATE: N_("State of the answer"),
    Field.MARKING: N_("Marking"),
}
_COLUMNS = {
    "title": N_("Title"),
    "number": N_("Number as written"),
    "year": N_("Year"),
    "date": N_("Date"),
    "name": N_("Name"),
    "category": N_("Category"),
    "office": N_("Office of the addressee"),
    "holder": N_("Present holder of the office"),
    "language": N_("Language"),
    "letter": N_("Letter"),
    "due": N_("Due on"),
    "gazette": N_("Name of the official gazette"),
    "legal_system": N_("Legal system"),
    "standing": N_("Standing"),
    "marking": N_("Marking"),
    "lines": N_("Lines"),
    "picture": N_("Picture"),
}


def heading_of(sides: Sides, form: Questionnaire, tr: Catalogue) -> str:
    """The question and, where it is not its answer, the part of it; or the thing."""
    card = sides.card
    if card.kind != "field":
        name = _name_in(sides.here) or _name_in(sides.there)
        kind = tr(KINDS.get(card.kind, card.kind))
        return tr("{kind}: {name}", kind=kind, name=name) if name else kind
    key = _key(card.subject)
    asked = form.questions.get(key.question)
    question = question_name(asked, tr) if asked else key.question
    part = FIELDS.get(key.field)
    if part is not None:
        return tr("{question}: {part}", question=question, part=tr(part))
    if key.language and tr.language != key.language:
        language = language_name(key.language)
        return tr("{question}: {part}", question=question, part=language)
    return question


def said(sides: Sides, content: Content, form: Questionnaire, tr: Catalogue) -> str:
    """One side's words; of a thing the lines in which the sides differ."""
    if sides.card.kind != "field":
        return "\n".join(_lines(sides, content, tr))
    key = _key(sides.card.subject)
    asked = form.questions.get(key.question)
    match key.field:
        case Field.CONFIDENTIALITY:
            return tr(AUDIENCES[Confidentiality(str(content or "reviewing"))])
        case Field.STATE:
            return tr(STATES[AnswerState(str(content or "draft"))])
        case Field.CITE:
            cite = content if isinstance(content, Mapping) else {}
            return str(cite.get("provision", ""))
    if asked is None:
        return content if isinstance(content, str) else ""
    return content_words(content, asked, tr)


def text_of(content: Content) -> str | None:
    """What a text field says; None where the content is no text."""
    if isinstance(content, Mapping) and isinstance(content.get("text"), str):
        return str(content["text"])
    return None


def _key(subject: Sequence[str]) -> FieldKey:
    question, field, language, item = subject
    return FieldKey(question, Field(field), language, item)


def _name_in(content: Content) -> str:
    if not isinstance(content, Mapping):
        return ""
    name = content.get("name") or content.get("title")
    if isinstance(name, Mapping):
        name = next(iter(name.values()), "")
    return name if isinstance(name, str) else ""


def _lines(sides: Sides, content: Content, tr: Catalogue) -> Iterator[str]:
    here, there = dict(_leaves(sides.here)), dict(_leaves(sides.there))
    mine = dict(_leaves(content))
    for path in {**here, **there}:
        if here.get(path) != there.get(path):
            label = tr(_COLUMNS[path[-1]]) if path[-1] in _COLUMNS else _own(path)
            value = mine.get(path, "") or tr("nothing")
            if path[-1] == "picture" and mine.get(path):
                value = (
                    tr("another picture") if content != sides.here else tr("this one")
                )
            yield tr("{name}: {value}", name=label, value=value)


def _value(path: Path, mine: Mapping[Path, str], tr: Catalogue) -> str:
    value = mine.get(path, "")
    if not value:
        return tr("(nothing)")
    return tr("(a picture)") if path[-1] == "picture" else value


def _own(path: Path) -> str:
    """A title's language; else the column's own name, which is better than none."""
    if "title" in path:
        return language_name(path[-1])
    return path[-1].replace("_", " ")


def _leaves(
    content: Content, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    match content:
        case Mapping():
            for name, inner in content.items():
                yield from _leaves(inner, (*path, name))
        case str():
            yield path, content
        case list() | tuple():
            yield path, "\n".join(text for _, text in _all(content))


def _all(items: Sequence[Content]) -> Iterator[tuple[Path, str]]:
    for each in items:
        yield from _leaves(each)
