"""One question with its answer, its companions and its sources, as blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from focalpoint_app.document.citing import cite_paragraph
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.standing import absence, standing_note
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import (
    EMPTY,
    Answer,
    ChoicesValue,
    ChoiceValue,
    DateValue,
    NumberValue,
    TableValue,
    TextValue,
)
from focalpoint_app.domain.questionnaire import Question
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.names import language_name


@dataclass(frozen=True, slots=True)
class Piece:
    """What starts level in two languages.

    What is ``shared`` (a table) is said once, in both languages at a time.
    """

    blocks: tuple[Block, ...]
    shared: bool = False


class AnswerBlocks:
    """Writes the questions of one edition in one language.

    ``other`` is the language that stands beside; the one that ``leads`` has the
    anchors, the tables, and texts that are written in neither.
    """

    def __init__(
        self,
        view: EditionView,
        wording: Wording,
        other: Wording | None = None,
        *,
        leads: bool = True,
    ) -> None:
        self._view = view
        self._wording = wording
        self._other = other
        self._leads = leads

    def question(self, question: Question) -> Iterator[Block]:
        """A main question, then the visible companions that hold an answer."""
        head, answer, *rest = self.pieces(question)
        opening = (*head.blocks, *answer.blocks)
        yield Section(opening[:3], together=True)
        yield from opening[3:]
        for piece in rest:
            yield from piece.blocks

    def pieces(self, question: Question) -> Iterator[Piece]:
        """Head, answer, sources; then the same of each companion.

        They are as many in every language.
        """
        yield Piece(tuple(self._head(question)))
        yield from self._answered(question)
        for child in self._view.questionnaire.companions.get(question.id, ()):
            yield from self._companion(child)

    def _answered(self, question: Question) -> Iterator[Piece]:
        answer = self._view.answers.get(question.id, EMPTY)
        is_table = answer.is_given and isinstance(answer.value, TableValue)
        yield Piece(tuple(self._answer(question, answer)), shared=is_table)
        sources = tuple(self._sources(answer))
        if sources:
            yield Piece(sources)

    def _companion(self, question: Question) -> Iterator[Piece]:
        if not self._is_printed(question):
            return
        text = self._wording.of(question.text)
        yield Piece((self._wording.label(text, self._anchor(question)),))
        yield from self._answered(question)
        for child in self._view.questionnaire.companions.get(question.id, ()):
            yield from self._companion(child)

    def _is_printed(self, question: Question) -> bool:
        """The needs for assistance have a table of their own in an edition."""
        if not self._view.facts.is_visible(question.id):
            return False
        if question.id.endswith("closing.assistance.needs"):
            return self._view.is_working
        answer = self._view.answers.get(question.id, EMPTY)
        return answer.is_given or (self._view.is_working and answer.counts)

    def _anchor(self, question: Question) -> str | None:
        return question.id if self._leads else None

    def _head(self, question: Question) -> Iterator[Block]:
        anchor = self._anchor(question)
        if question.provision:
            runs = (Run(self._wording.head(question), self._wording.language),)
            yield Paragraph(
                runs,
                Style.PROVISION,
                self._wording.language,
                anchor=anchor,
                keep_with_next=True,
            )
            anchor = None
        runs = (Run(self._wording.of(question.text), self._wording.language),)
        yield Paragraph(
            runs, Style.QUESTION, self._wording.language, anchor=anchor,
            keep_with_next=True,
        )  # fmt: skip

    def _answer(self, question: Question, answer: Answer) -> Iterator[Block]:
        if answer.is_given:
            yield from self._value(question, answer)
        else:
            text = absence(answer, self._view, self._wording.tr)
            yield self._wording.paragraph(text, Style.NOTE)
        if self._view.is_working:
            yield from standing_note(answer, self._wording)

    def _value(self, question: Question, answer: Answer) -> Iterator[Block]:
        match answer.value:
            case ChoiceValue(choice):
                yield self._line(question, self._choice(question, choice))
            case ChoicesValue(choices):
                yield self._chosen(question, choices)
            case TextValue():
                yield from self._text(answer.value)
            case NumberValue(number):
                yield self._line(question, self._wording.tr.number(number))
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
        """In this language where written in it, else as it is written.

        Beside another language each keeps to its own.
        """
        written = {k: text for k, text in value.texts.items() if text.strip()}
        chosen = self._chosen_texts(written)
        if not chosen:
            text = self._wording.tr("There is no text in this language.")
            yield self._wording.paragraph(text, Style.NOTE)
        for tag, text in chosen.items():
            if len(chosen) > 1:
                run = Run(language_name(tag), tag)
                yield Paragraph((run,), Style.NOTE, tag, keep_with_next=True)
            yield from text_blocks(text, tag, value.directions.get(tag, ()))

    def _chosen_texts(self, written: dict[str, str]) -> dict[str, str]:
        language = self._wording.language
        if language in written:
            return {language: written[language]}
        if self._other is None:
            return written
        is_nowhere = self._leads and self._other.language not in written
        return written if is_nowhere else {}

    def _table(self, question: Question, value: TableValue) -> Iterator[Table]:
        others = () if self._other is None else (self._other,)
        wordings = (self._wording, *others)
        return answer_tables(question.columns, value.rows, wordings)

    def _sources(self, answer: Answer) -> Iterator[Block]:
        if not answer.is_given:
            return
        cites = [c for c in answer.cites if c.source in self._view.source_numbers]
        if cites:
            yield cite_paragraph(cites, self._view, self._wording)
