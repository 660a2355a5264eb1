"""What would print as boxes, since no font of ours has it; told before signing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from focalpoint_app.domain.answer import EMPTY, Answer
from focalpoint_app.domain.facts import AnswerFacts
from focalpoint_app.domain.readiness import Problem, texts_of
from focalpoint_app.domain.source import Source
from focalpoint_app.language.characters import named_characters
from focalpoint_app.pdf.glyphs.coverage import missing_characters
from focalpoint_app.pdf.layout.look import Family
from focalpoint_app.storage.workspace import Workspace

UNPRINTABLE = "unprintable"
"""How the codes of all these problems begin."""


def signer_problems(name: str) -> Iterator[Problem]:
    """What the stamp of a signer so named would show as boxes."""
    return _problem("unprintable_signer", "", missing_characters(name))


class Unprintable:
    """Of one review.  An answer is looked at once, until another takes its place."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Answer, tuple[str, ...]]] = {}

    def problems(self, facts: AnswerFacts, workspace: Workspace) -> Iterator[Problem]:
        """Answers first, then the sources they cite, then what stands around them."""
        asked = [each.id for each in facts.visible_questions()]
        given = [each for each in asked if facts.answer(each).is_given]
        for question in given:
            missing = self._of_answer(question, facts.answer(question))
            yield from _problem(UNPRINTABLE, question, missing)
        yield from _of_sources(given, facts, workspace)
        yield from _around(workspace)

    def _of_answer(self, question: str, answer: Answer) -> tuple[str, ...]:
        known, missing = self._known.get(question, (EMPTY, ()))
        if known is not answer:
            provisions = (cite.provision for cite in answer.cites)
            missing = _missing((*texts_of(answer), *provisions))
            self._known[question] = answer, missing
        return missing


def _of_sources(
    given: list[str], facts: AnswerFacts, workspace: Workspace
) -> Iterator[Problem]:
    """At the first question that cites it."""
    citing: dict[str, str] = {}
    for question in given:
        for cite in facts.answer(question).cites:
            citing.setdefault(cite.source, question)
    known = {source.id: source for source in workspace.sources()} if citing else {}
    for source_id, question in citing.items():
        if source_id in known:
            source = known[source_id]
            for problem in _problem("unprintable_source", question, _said(source)):
                title = next(iter(source.title.values()), source.number)
                yield Problem(
                    problem.code, question, context={**problem.context, "source": title}
                )


def _said(source: Source) -> tuple[str, ...]:
    values = (getattr(source, each.name) for each in fields(source))
    texts = [value for value in values if isinstance(value, str)]
    return _missing((*texts, *source.title.values()))


def _around(workspace: Workspace) -> Iterator[Problem]:
    lines = workspace.sign_off() or ()
    words = (text for line in lines for text in (line.role, line.name, line.title))
    yield from _problem("unprintable_lines", "", _missing(words))
    letterhead = workspace.letterhead()
    printed = (workspace.marking(), *(letterhead.lines if letterhead else ()))
    yield from _problem("unprintable_paper", "", _missing(printed, Family.PLAIN))


def _problem(code: str, question: str, missing: tuple[str, ...]) -> Iterator[Problem]:
    if missing:
        context = {"characters": named_characters(missing)}
        yield Problem(code, question, context=context)


def _missing(texts: Iterable[str], family: Family = Family.TEXT) -> tuple[str, ...]:
    found = {char for text in texts for char in missing_characters(text, family)}
    return tuple(sorted(found))
