"""What is asked and what is answered, given the answers so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum

from focalpoint_app.domain.answer import EMPTY, Answer
from focalpoint_app.domain.condition import holds
from focalpoint_app.domain.questionnaire import Question, Questionnaire, Role


class Standing(StrEnum):
    """What a state mark shows."""

    OPEN = "open"
    ANSWERED = "answered"
    IN_PART = "in_part"
    NO = "no"
    SKIPPED = "skipped"


class AnswerFacts:
    """Visibility and standing, worked out once a question; make a new one on change.

    A question is visible when its instrument is in force, its parent is visible
    and not skipped, and its condition holds; a condition on a hidden or skipped
    question is false.
    """

    def __init__(
        self,
        questionnaire: Questionnaire,
        answers: Mapping[str, Answer],
        parts: Collection[str],
    ) -> None:
        self._questionnaire = questionnaire
        self._answers = answers
        self._parts = frozenset(parts)
        self._visible: dict[str, bool] = {}

    def answer(self, question: str) -> Answer:
        return self._answers.get(question, EMPTY)

    def chosen(self, question: str) -> tuple[str, ...]:
        return self.answer(question).choices if self.is_visible(question) else ()

    def is_answered(self, question: str) -> bool:
        return self.is_visible(question) and self.answer(question).is_given

    def is_visible(self, question_id: str) -> bool:
        known = self._visible.get(question_id)
        if known is not None:
            return known
        self._visible[question_id] = False  # A cycle of conditions hides itself.
        question = self._questionnaire.questions.get(question_id)
        seen = question is not None and self._is_asked(question)
        self._visible[question_id] = seen
        return seen

    def visible_questions(self) -> Iterable[Question]:
        for question in self._questionnaire.questions.values():
            if self.is_visible(question.id):
                yield question

    def standing(self, question_id: str) -> Standing:
        answer = self.answer(question_id)
        if not answer.is_given:
            return Standing.SKIPPED if answer.counts else Standing.OPEN
        match answer.choices:
            case ("part",):
                return Standing.IN_PART
            case ("no",) if self._is_main(question_id):
                return Standing.NO
        return Standing.ANSWERED

    def standing_of(self, questions: Iterable[Question]) -> Standing:
        """A group's: answered once every visible question of its own is."""
        marks = [
            self.standing(question.id)
            for question in questions
            if question.parent is None and self.is_visible(question.id)
        ]
        if not marks or all(mark is Standing.OPEN for mark in marks):
            return Standing.OPEN
        if any(mark is Standing.OPEN for mark in marks):
            return Standing.IN_PART
        return Standing.ANSWERED

    def _is_asked(self, question: Question) -> bool:
        if question.part not in self._parts:
            return False
        if question.parent is not None and not self._is_open(question.parent):
            return False
        return question.condition is None or holds(question.condition, self)

    def _is_open(self, parent: str) -> bool:
        """Whether anything more may be asked about it."""
        return self.is_visible(parent) and self.answer(parent).skipped is None

    def _is_main(self, question_id: str) -> bool:
        return self._questionnaire.questions[question_id].role is Role.MAIN
