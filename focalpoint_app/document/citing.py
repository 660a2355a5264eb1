"""Links both ways: from an answer to its sources, from a source to its answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from focalpoint_app.document.blocks import Paragraph, Run, Style
from focalpoint_app.document.edition_view import EditionView
from focalpoint_app.document.wording import Wording
from focalpoint_app.domain.answer import Cite
from focalpoint_app.domain.questionnaire import CLOSING, Question
from focalpoint_app.language.provisions import short_provision


def cite_paragraph(
    cites: Sequence[Cite], view: EditionView, wording: Wording
) -> Paragraph:
    """``Sources: [1] Act No. 5, article 47; …``, each number a link to its source."""
    runs = (_label(wording.tr("Sources:"), wording), *_cites(cites, view, wording))
    return Paragraph(runs, Style.NOTE, wording.language)


def cited_in(
    source: str, view: EditionView, wording: Wording, *, linked: bool = True
) -> Paragraph | None:
    """Where the answers cite it, by instrument; None where they do not."""
    questions = [
        view.questionnaire.questions[each] for each in view.citing.get(source, ())
    ]
    if not questions:
        return None
    runs = [_label(wording.tr("Cited in:"), wording)]
    for place, (part, asked) in enumerate(groupby(questions, lambda each: each.part)):
        if place:
            runs.append(Run(wording.marks.semicolon, wording.language))
        short = wording.of(view.questionnaire.part(part).short_title)
        runs.append(Run(short + " ", wording.language))
        runs += _places(asked, wording, linked=linked)
    return Paragraph(tuple(runs), Style.NOTE, wording.language)


def _label(text: str, wording: Wording) -> Run:
    return Run(text + wording.marks.space, wording.language, bold=True)


def _cites(cites: Sequence[Cite], view: EditionView, wording: Wording) -> Iterator[Run]:
    titles = {source.id: source for source in view.sources}
    language, marks = wording.language, wording.marks
    for position, cite in enumerate(cites):
        number = view.source_numbers[cite.source]
        if position:
            yield Run(marks.semicolon, language)
        yield Run(f"[{number}]", language, link=f"#source-{number}", isolated=True)
        yield Run("\u00a0", language)
        yield wording.run(titles[cite.source].title)
        if cite.provision:
            yield Run(marks.comma, language)
            yield Run(cite.provision, isolated=True)


def _places(
    questions: Iterator[Question], wording: Wording, *, linked: bool
) -> Iterator[Run]:
    """One link a provision, to the first question there that cites it."""
    first: dict[str, str] = {}
    for question in questions:
        first.setdefault(_place(question, wording), question.id)
    for position, (place, question_id) in enumerate(first.items()):
        if position:
            yield Run(wording.marks.semicolon, wording.language)
        link = f"#{question_id}" if linked else None
        yield Run(place, wording.language, link=link, isolated=True)


def _place(question: Question, wording: Wording) -> str:
    if question.article == CLOSING:
        return wording.tr("closing questions")
    return short_provision(question.provision, wording.language)
