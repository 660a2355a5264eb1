"""The same said in one language, or level in two: original and translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from focalpoint_app.document.answer_blocks import AnswerBlocks
from focalpoint_app.document.blocks import Block, Heading, Paragraph, Parallel
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.frame import unanchored
from focalpoint_app.document.wording import Wording, Wordings
from focalpoint_app.domain.questionnaire import Question

Side = tuple[Block, ...]


def level(
    wordings: Wordings, say: Callable[[Wording], Iterable[Block]]
) -> Iterator[Block]:
    """What ``say`` says in each language, side by side where there are two."""
    first, *others = wordings
    if not others:
        yield from say(first)
        return
    beside = tuple(_second(block) for block in say(others[0]))
    yield Parallel(((tuple(say(first)), beside),))


def _second(block: Block) -> Block:
    return unanchored(block) if isinstance(block, Heading | Paragraph) else block


class Answers:
    """Writes one edition's questions in one language or in two."""

    def __init__(self, view: EditionView, wordings: Wordings) -> None:
        first, *others = wordings
        other = others[0] if others else None
        self._first = AnswerBlocks(view, first, other)
        self._second = (
            None if other is None else AnswerBlocks(view, other, first, leads=False)
        )

    def question(self, question: Question) -> Iterator[Block]:
        if self._second is None:
            yield from self._first.question(question)
        else:
            yield from _abreast(self._first, self._second, question)


def _abreast(
    first: AnswerBlocks, second: AnswerBlocks, question: Question
) -> Iterator[Block]:
    rows: list[tuple[Side, Side]] = []
    pieces = zip(first.pieces(question), second.pieces(question), strict=True)
    for one, other in pieces:
        if one.shared:
            yield Parallel(tuple(rows))
            yield from one.blocks
            rows = []
        else:
            rows.append((one.blocks, other.blocks))
    if rows:
        yield Parallel(tuple(rows))
