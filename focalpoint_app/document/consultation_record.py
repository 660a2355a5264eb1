"""The consultation as a document: who was asked, who answered, what was used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from focalpoint_app.document.abreast import level
from focalpoint_app.document.answer_table import text_cell
from focalpoint_app.document.blocks import (
    Block,
    Cell,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Parallel,
    Run,
    Table,
)
from focalpoint_app.document.frame import framed, heading
from focalpoint_app.document.look import PLAIN, Paper
from focalpoint_app.document.wording import Wording, Wordings
from focalpoint_app.domain.consulted import Consulted, InputLine, InstitutionLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.markers import N_
from focalpoint_app.language.stakeholder_words import CATEGORIES

STANDINGS: Mapping[str, str] = {
    "official": N_("official"),
    "working": N_("working level"),
    "personal": N_("personal view"),
    "oral": N_("oral"),
}
"""By the values of ``domain.consultation.Standing``."""

_NONE = "–"
_NOTHING_USED = N_("No contribution has entered an answer yet.")
_NOTHING_NAMED = N_("No contribution is named for these answers.")
"""In an edition, which says nothing of answers that it has not."""

_Words = tuple[str, ...]
"""The same in each language of the document."""

Naming = Callable[[str, Wording], str]
"""A question's id as its reader knows the question."""


def consultation_record(
    consulted: Consulted, tr: Catalogue, named: Naming, paper: Paper = PLAIN
) -> Document:
    """A document of its own, with the sources of input as its annex."""
    wording = Wording(tr)
    blocks = tuple(record_part(consulted, (wording,), named))
    name = tr("Consultation record")
    return framed(name, consulted.state, blocks, wording, paper)


def record_part(
    consulted: Consulted, wordings: Wordings, named: Naming, *, new_page: bool = False
) -> Iterator[Block]:
    """All of it, in one language or two; on a ``new_page`` it is one section among
    others, whose parts the contents do not list."""
    blocks = _record_part(consulted, wordings, named, new_page=new_page)
    yield from map(_unlisted, blocks) if new_page else blocks


def _record_part(
    consulted: Consulted, wordings: Wordings, named: Naming, *, new_page: bool
) -> Iterator[Block]:
    def opening(wording: Wording) -> Iterator[Block]:
        name = wording.tr("Consultation record")
        yield heading(wording, name, 1, new_page=new_page)

    yield from level(wordings, opening)
    yield from consultation_part(consulted, wordings)
    nothing = _NOTHING_NAMED if new_page else _NOTHING_USED
    yield from sources_of_input(consulted, wordings, named, nothing)


def _unlisted(block: Block) -> Block:
    match block:
        case Heading(level=level) if level > 1:
            return replace(block, listed=False)
        case Parallel(rows):
            return Parallel(tuple((_all(one), _all(other)) for one, other in rows))
    return block


def _all(side: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(map(_unlisted, side))


def consultation_part(consulted: Consulted, wordings: Wordings) -> Iterator[Block]:
    """Institutions, categories, and the people who contributed."""

    def people(wording: Wording) -> Iterator[Block]:
        tr = wording.tr
        yield heading(wording, tr("Women and men among the contributors"), 2)
        told = tr(
            "Women: {women}. Men: {men}. Replies that give no numbers: {uncounted}.",
            women=consulted.women,
            men=consulted.men,
            uncounted=consulted.uncounted,
        )
        yield wording.paragraph(told)

    yield from _titled(wordings, N_("Who was asked and who answered"))
    yield _institutions(consulted.institutions, wordings)
    yield from _titled(wordings, N_("By category"))
    yield _categories(consulted.institutions, wordings)
    commented = sum(1 for line in consulted.institutions if line.commented)
    if commented:
        yield from level(wordings, _commented(commented))
    yield from level(wordings, people)


def _commented(number: int) -> Callable[[Wording], Iterator[Block]]:
    def say(wording: Wording) -> Iterator[Block]:
        told = wording.tr.counted(
            "{n} institution has commented and answered no question.",
            "{n} institutions have commented and answered no question.",
            number,
        )
        yield wording.paragraph(told)

    return say


def sources_of_input(
    consulted: Consulted, wordings: Wordings, named: Naming, nothing: str
) -> Iterator[Block]:
    """By question, whose contributions the national answer took over; ``nothing``
    where there are none."""
    yield from _titled(wordings, N_("Sources of input"))
    if not consulted.inputs:
        yield from level(wordings, lambda each: (each.paragraph(each.tr(nothing)),))
    for question, inputs in consulted.inputs:
        yield from level(wordings, _inputs_of(question, inputs, named))


def _inputs_of(
    question: str, inputs: Sequence[InputLine], named: Naming
) -> Callable[[Wording], Iterator[Block]]:
    def say(wording: Wording) -> Iterator[Block]:
        yield wording.label(named(question, wording))
        items = (_input(each, wording) for each in inputs)
        yield ListBlock(tuple(ListItem("•", (each,)) for each in items))

    return say


def _titled(wordings: Wordings, title: str) -> Iterator[Block]:
    def say(wording: Wording) -> Iterator[Block]:
        yield heading(wording, wording.tr(title), 2)

    return level(wordings, say)


def _input(line: InputLine, wording: Wording) -> Paragraph:
    told = [wording.tr(STANDINGS[line.standing]), _date(line.date, wording)]
    details = wording.marks.comma.join(told)
    name = Run(_name(line.name, wording), wording.language, isolated=True)
    rest = Run(f"{wording.marks.comma}{details}", wording.language)
    return Paragraph((name, rest), language=wording.language)


def _institutions(lines: Sequence[InstitutionLine], wordings: Wordings) -> Table:
    """Three dates written out would leave no room beside the numbers."""
    head = (
        N_("Institution"), N_("Asked on"), N_("Due on"), N_("Answered on"),
        N_("Standing"), N_("Questions"), N_("Answers"), N_("Used"),
    )  # fmt: skip
    body = [
        (
            _institution(line.name, wordings),
            _day(line.asked, wordings),
            _day(line.due, wordings),
            _answered(line, wordings),
            _standing(line.standing, wordings),
            *(_count(n, wordings) for n in (line.questions, line.answers, line.used)),
        )
        for line in lines
    ]
    return _table(head, body, (2.6, 1.5, 1.5, 1.5, 1.4, 1.1, 1.1, 1.1), wordings)


def _categories(lines: Sequence[InstitutionLine], wordings: Wordings) -> Table:
    head = (N_("Category"), N_("Institutions asked"), N_("Institutions that answered"),
            N_("Answers"), N_("Used"))  # fmt: skip
    body = []
    for category, name in CATEGORIES.items():
        mine = [line for line in lines if line.category == category]
        counts = (
            sum(1 for line in mine if line.asked),
            sum(1 for line in mine if line.answered),
            sum(line.answers for line in mine),
            sum(line.used for line in mine),
        )
        numbers = (_count(each, wordings) for each in counts)
        body.append((text_cell(_words(name, wordings), wordings), *numbers))
    return _table(head, body, (3, 1.4, 1.6, 1.2, 1.2), wordings)


def _table(
    head: tuple[str, ...],
    body: Sequence[tuple[Cell, ...]],
    widths: tuple[float, ...],
    wordings: Wordings,
) -> Table:
    numeric = [each.numeric for each in body[0]] if body else [False] * len(head)
    titles = zip(head, numeric, strict=True)
    rows = (
        tuple(_title(text, wordings, numeric=each) for text, each in titles),
        *body,
    )
    return Table(rows, widths, language=wordings[0].language)


def _title(text: str, wordings: Wordings, *, numeric: bool) -> Cell:
    said = tuple(each.paragraph(each.tr(text), bold=True) for each in wordings)
    return Cell(said, header=True, numeric=numeric)


def _institution(name: str, wordings: Wordings) -> Cell:
    """A name is said once; that there is none, in each language."""
    if name:
        return Cell((wordings[0].unworded(name),))
    return text_cell(tuple(_name("", each) for each in wordings), wordings)


def _day(day: str, wordings: Wordings) -> Cell:
    return Cell((wordings[0].unworded(day or _NONE),))


def _answered(line: InstitutionLine, wordings: Wordings) -> Cell:
    """When it did, or when it commented only."""
    if not line.commented:
        return _day(line.answered, wordings)
    day = wordings[0].unworded(line.commented)
    said = (each.paragraph(each.tr("Only commented")) for each in wordings)
    return Cell((day, *said))


def _standing(standing: str, wordings: Wordings) -> Cell:
    if not standing:
        return Cell((wordings[0].paragraph(_NONE),))
    return text_cell(_words(STANDINGS[standing], wordings), wordings)


def _count(number: int, wordings: Wordings) -> Cell:
    words = tuple(each.tr.number(number) for each in wordings)
    return text_cell(words, wordings, numeric=True)


def _words(text: str, wordings: Wordings) -> _Words:
    return tuple(each.tr(text) for each in wordings)


def _name(name: str, wording: Wording) -> str:
    return name or wording.tr("Anonymous contributor")


def _date(date: str, wording: Wording) -> str:
    return written_date(date, wording.language, wording.tr.digits) if date else _NONE
