"""Answering: the verbs that change an open review's answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from focalpoint_app.domain.answer import (
    EMPTY,
    LONGEST_CELL,
    LONGEST_PROVISION,
    LONGEST_REASON,
    Answer,
    AnswerState,
    ChoicesValue,
    Cite,
    Confidentiality,
    Row,
)
from focalpoint_app.domain.assembly import (
    answer_of,
    answers_of,
    cite_content,
    order_of,
    row_content,
    text_content,
)
from focalpoint_app.domain.author import Author
from focalpoint_app.domain.canonical import decimal_text
from focalpoint_app.domain.consultation import Standing as Binding
from focalpoint_app.domain.content import Content, Field, FieldKey, Step
from focalpoint_app.domain.facts import AnswerFacts, Standing
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.readiness import Readiness, readiness
from focalpoint_app.domain.review import Review
from focalpoint_app.domain.text import clean_text, clean_within, is_blank
from focalpoint_app.storage.file.staying import Stay
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.review.fieldbook import FieldBook
from focalpoint_app.workflow.submitting.unprintable import Unprintable


def now() -> datetime:
    return datetime.now(UTC)


class Answering:
    """The verbs that change answers: each is durable when it returns."""

    def __init__(
        self,
        workspace: Workspace,
        review: Review,
        questionnaire: Questionnaire,
        author: Author,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self.workspace = workspace
        self.review = review
        self.questionnaire = questionnaire
        self.profile: StateProfile = workspace.profile()
        self.author = author
        self.clock = clock
        self.book = FieldBook(workspace, review.id, clock)
        self._answers = answers_of(questionnaire, self.book.all())
        self._facts: AnswerFacts | None = None
        self._unprintable = Unprintable()

    @property
    def path(self) -> Path:
        """As the user knows it; a copy of it may be what is worked on."""
        return self.workspace.home

    @property
    def stay(self) -> Stay | None:
        """Where the file belongs, if a copy of it is worked on."""
        return self.workspace.stay

    @staticmethod
    def new_id() -> str:
        return str(uuid4())

    @property
    def answers(self) -> Mapping[str, Answer]:
        return self._answers

    def answer(self, question: str) -> Answer:
        return self._answers.get(question, EMPTY)

    @property
    def facts(self) -> AnswerFacts:
        if self._facts is None:
            self._facts = AnswerFacts(
                self.questionnaire, self._answers, self.review.parts
            )
        return self._facts

    def is_visible(self, question: str) -> bool:
        return self.facts.is_visible(question)

    def standing(self, question: str) -> Standing:
        return self.facts.standing(question)

    def readiness(self, parts: tuple[str, ...] | None = None) -> Readiness:
        """What a clearance of these instruments lacks, or would print as boxes."""
        chosen = self.review.parts if parts is None else parts
        found = readiness(
            self.questionnaire,
            self._answers,
            chosen,
            self.profile,
            self.inputs(),
        )
        facts = (
            self.facts
            if chosen == self.review.parts
            else AnswerFacts(self.questionnaire, self._answers, chosen)
        )
        boxes = self._unprintable.problems(facts, self.workspace)
        return replace(found, problems=(*found.problems, *boxes))

    def inputs(self) -> Mapping[str, tuple[Binding, ...]]:
        """By question, how binding the contributions are that its answer has."""
        raise NotImplementedError

    def write(
        self, question: str, language: str, text: str, directions: tuple[str, ...] = ()
    ) -> None:
        """Save a text as it stands; AppError ``text.*`` when it cannot be taken."""
        cleaned = clean_text(text)
        content = text_content(cleaned, directions) if cleaned else None
        self.put("typing", FieldKey(question, Field.VALUE, language), content)

    def choose(self, question: str, choice: str | None) -> None:
        self.put("choice", FieldKey(question, Field.VALUE), choice)

    def choose_all(self, question: str, choices: tuple[str, ...]) -> None:
        content = list(ChoicesValue(tuple(sorted(choices))).choices)
        self.put("choice", FieldKey(question, Field.VALUE), content or None)

    def set_number(self, question: str, number: Decimal | None) -> None:
        content = None if number is None else decimal_text(number)
        self.put("typing", FieldKey(question, Field.VALUE), content)

    def set_date(self, question: str, date: str | None) -> None:
        """``date`` is ``YYYY-MM-DD``."""
        self.put("typing", FieldKey(question, Field.VALUE), date)

    def empty(self, question: str) -> None:
        """Take the whole value back, all languages and rows, as one step."""
        fields = self.book.of(question)
        given = [key for key in fields if key.field in (Field.VALUE, Field.ROW)]
        if self.book.put("empty", dict.fromkeys(given), self.author.id) is not None:
            self.refresh((question,))

    def put_row(self, question: str, row: Row) -> None:
        """Add the row, or replace the one of the same id in its place."""
        cells = {
            name: clean_within(cell, LONGEST_CELL) if isinstance(cell, str) else cell
            for name, cell in row.cells.items()
        }
        key = FieldKey(question, Field.ROW, item=row.id)
        order = self._order(key)
        self.put("row", key, row_content(replace(row, cells=cells), order))

    def remove_row(self, question: str, row: str) -> None:
        self.put("row", FieldKey(question, Field.ROW, item=row), None)

    def cite(self, question: str, source: str, provision: str) -> Cite:
        return self.recite(question, Cite(self.new_id(), source, provision))

    def recite(self, question: str, cite: Cite) -> Cite:
        """Add the citation, or replace the one of the same id in its place."""
        provision = clean_within(cite.provision, LONGEST_PROVISION)
        cite = replace(cite, provision=provision)
        key = FieldKey(question, Field.CITE, item=cite.id)
        self.put("cite", key, cite_content(cite, self._order(key)))
        return cite

    def uncite(self, question: str, cite: str) -> None:
        self.put("cite", FieldKey(question, Field.CITE, item=cite), None)

    def skip(self, question: str, reason: str | None) -> None:
        """With a reason the question counts as answered; None takes it up again."""
        said = clean_within(reason or "", LONGEST_REASON)
        content = None if is_blank(said) else said
        self.put("skip", FieldKey(question, Field.SKIP), content)

    def set_confidentiality(self, question: str, level: Confidentiality) -> None:
        content = None if level is Confidentiality.REVIEWING else level.value
        self.put("confidentiality", FieldKey(question, Field.CONFIDENTIALITY), content)

    def set_state(self, question: str, state: AnswerState) -> None:
        content = None if state is AnswerState.DRAFT else state.value
        self.put("state", FieldKey(question, Field.STATE), content)

    def put(self, name: str, key: FieldKey, content: Content) -> Step | None:
        step = self.book.put(name, {key: content}, self.author.id)
        if step is not None:
            self.refresh((key.question,))
        return step

    def refresh(self, questions: tuple[str, ...]) -> None:
        """Read these answers anew from the book."""
        self._facts = None
        for question in questions:
            asked = self.questionnaire.questions.get(question)
            fields = self.book.of(question)
            if asked is None or not fields:
                self._answers.pop(question, None)
            else:
                self._answers[question] = answer_of(asked, fields)

    def forget(self) -> None:
        """Hold no answer in memory, as while the file is locked, until ``reread``."""
        self.book.forget()
        self._answers.clear()
        self._facts = None
        self._unprintable = Unprintable()

    def _order(self, key: FieldKey) -> int:
        known = self.book.content(key)
        if known is not None:
            return order_of(known)
        others = [order_of(c) for k, c in self.book.of(key.question).items()
                  if k.field is key.field]  # fmt: skip
        return max(others, default=0) + 1
