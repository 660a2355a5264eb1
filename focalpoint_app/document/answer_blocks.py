"""One question with its answer, its companions and its sources, as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from focalpoint_app.document.answer_table import answer_tables
from focalpoint_app.document.answer_text import text_blocks
from focalpoint_app.document.blocks import (
    Block,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Section,
    Style,
    Table,
)
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import (
    Answer,
    ChoicesValue,
    ChoiceValue,
    Cite,
    DateValue,
    NumberValue,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.digits import written_number


class AnswerBlocks:
    """Writes the questions of one edition in one language."""

    def __init__(self, view: EditionView, wording: Wording) -> None:
        self._view = view
        self._wording = wording

    def question(self, question: Question) -> Iterator[Block]:
        """A main question, then the visible companions that hold an answer."""
        opening = (*self._head(question), *self.answer(question))
        yield Section(opening[:3], together=True)
        yield from opening[3:]
        yield from self._sources(question)
        for child in self._view.questionnaire.companions.get(question.id, ()):
            yield from self._companion(child)

    def answer(self, question: Question) -> tuple[Block, ...]:
        answer = self._view.answers.get(question.id)
        if answer is None or not answer.is_given:
            text = self._wording.tr("This edition holds no answer to this question.")
            return (self._wording.paragraph(text, Style.NOTE),)
        return tuple(self._value(question, answer))

    def _head(self, question: Question) -> Iterator[Block]:
        parts = [self._wording.provision(question), self._wording.obligation(question)]
        line = " · ".join(filter(None, parts))
        if question.provision:
            runs = (Run(line, self._wording.language),)
            yield Paragraph(
                runs,
                Style.PROVISION,
                self._wording.language,
                anchor=question.id,
                keep_with_next=True,
            )
        yield self._asked(question, anchor=None if question.provision else question.id)

    def _asked(self, question: Question, anchor: str | None) -> Paragraph:
        runs = (Run(self._wording.of(question.text), self._wording.language),)
        return Paragraph(
            runs, Style.QUESTION, self._wording.language, anchor=anchor,
            keep_with_next=True,
        )  # fmt: skip

    def _companion(self, question: Question) -> Iterator[Block]:
        if not self._view.facts.is_visible(question.id):
            return
        if not self._view.answers.get(question.id, Answer()).is_given:
            return
        if self._is_in_annex(question):
            return
        yield self._wording.label(self._wording.of(question.text))
        yield from self.answer(question)
        yield from self._sources(question)
        for child in self._view.questionnaire.companions.get(question.id, ()):
            yield from self._companion(child)

    @staticmethod
    def _is_in_annex(question: Question) -> bool:
        return question.id.endswith("closing.assistance.needs")

    def _value(self, question: Question, answer: Answer) -> Iterator[Block]:
        match answer.value:
            case ChoiceValue(choice):
                yield self._line(question, self._choice(question, choice))
            case ChoicesValue(choices):
                yield self._chosen(question, choices)
            case TextValue():
                yield from self._text(answer.value)
            case NumberValue(number):
                digits = self._wording.tr.digits
                yield self._line(question, written_number(number, digits))
            case DateValue(date):
                yield self._line(question, written_date(date, self._wording.language))
            case TableValue():
                yield from self._table(question, answer.value)

    def _line(self, question: Question, text: str) -> Block:
        """A main answer stands in a box, a companion's beneath its question."""
        if question.parent is not None:
            return self._wording.paragraph(text, bold=True)
        answer = self._wording.paragraph(text, Style.ANSWER, bold=True)
        return Section((answer,), together=True, boxed=True)

    def _choice(self, question: Question, choice: str) -> str:
        found = (each.text for each in question.choices if each.id == choice)
        return self._wording.of(next(found, {"en": choice}))

    def _chosen(self, question: Question, choices: tuple[str, ...]) -> ListBlock:
        listed = [each for each in question.choices if each.id in choices]
        return ListBlock(
            tuple(
                ListItem("•", (self._wording.paragraph(self._wording.of(each.text)),))
                for each in listed
            )
        )

    def _text(self, value: TextValue) -> Iterator[Block]:
        """In the submission's language where written in it, else as it is written."""
        written = {k: text for k, text in value.texts.items() if text.strip()}
        language = self._wording.language
        chosen = {language: written[language]} if language in written else written
        for tag, text in chosen.items():
            yield from text_blocks(text, tag, value.directions.get(tag, ()))

    def _table(self, question: Question, value: TableValue) -> Iterator[Table]:
        return answer_tables(question.columns, value.rows, self._wording)

    def _sources(self, question: Question) -> Iterator[Block]:
        answer = self._view.answers.get(question.id)
        if answer is None or not answer.is_given:
            return
        cites = [c for c in answer.cites if c.source in self._view.source_numbers]
        if cites:
            yield Paragraph(
                tuple(self._cite_runs(cites)), Style.NOTE, self._wording.language
            )

    def _cite_runs(self, cites: list[Cite]) -> Iterator[Run]:
        titles = {source.id: source for source in self._view.sources}
        language = self._wording.language
        marks = self._wording.marks
        label = self._wording.tr("Sources:") + marks.space
        yield Run(label, language, bold=True)
        for position, cite in enumerate(cites):
            number = self._view.source_numbers[cite.source]
            anchor = f"#source-{number}"
            if position:
                yield Run(marks.semicolon, language)
            yield Run(f"[{number}]", language, link=anchor, isolated=True)
            title = self._wording.of(titles[cite.source].title)
            yield Run(f" {title}", language)
            if cite.provision:
                yield Run(marks.comma, language)
                yield Run(cite.provision, isolated=True)
