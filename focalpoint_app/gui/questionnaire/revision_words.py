"""What a revision says, as a reader sees it."""

from __future__ import annotations

from collections.abc import Mapping

from focalpoint_app.domain.answer import NOT_COLLECTED
from focalpoint_app.domain.questionnaire import Choice, Column, Question
from focalpoint_app.gui.texts import in_language, listed
from focalpoint_app.language.catalogue import Catalogue


def content_words(content: object, question: Question, tr: Catalogue) -> str:
    """Empty where the content was taken back; a table's row has a line a cell."""
    match content:
        case str(text):
            return _choice_words(text, question.choices, tr)
        case {"text": str(text)}:
            return text
        case {"cells": Mapping() as cells}:
            return _row_words(cells, question, tr)
        case list() | tuple():
            return listed([content_words(each, question, tr) for each in content], tr)
    return ""


def _row_words(cells: Mapping[str, object], question: Question, tr: Catalogue) -> str:
    said = [
        f"{in_language(column.text, tr.language)}: {words}"
        for column in question.columns
        if (words := _cell_words(cells.get(column.id), column, tr))
    ]
    return "\n".join(said)


def _cell_words(cell: object, column: Column, tr: Catalogue) -> str:
    if cell is None:
        return ""
    if cell == NOT_COLLECTED:
        return tr("not collected")
    return _choice_words(str(cell), column.choices, tr)


def _choice_words(text: str, choices: tuple[Choice, ...], tr: Catalogue) -> str:
    """The choice of this id in words, else the text itself."""
    chosen = (each.text for each in choices if each.id == text)
    return in_language(next(chosen, {"": text}), tr.language)
