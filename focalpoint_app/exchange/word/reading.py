"""A Word form that came back, as a reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.consultation import (
    Asked,
    Carrier,
    Entry,
    Flaw,
    Given,
    Reply,
    Request,
    Trace,
)
from focalpoint_app.exchange.answer_given import (
    Filled,
    FlawedAnswerError,
    Reading,
    flaw_of,
)
from focalpoint_app.exchange.kept import kept_texts, kept_traces
from focalpoint_app.exchange.office_files import request_named
from focalpoint_app.exchange.request_digest import reply_id
from focalpoint_app.exchange.respondents import register_of, respondent_of, uncounted
from focalpoint_app.exchange.typed import same_text
from focalpoint_app.exchange.word.anchors import places_of
from focalpoint_app.exchange.word.opening import open_word
from focalpoint_app.exchange.word.pieces import Document, Piece, text_of
from focalpoint_app.exchange.word.sorting import Gathered, Line, Sorted


def read_word(content: bytes, known: Mapping[str, Request]) -> Reply:
    """What a .docx brings back; ``known`` are requests by id.

    A draft that comes back as it was sent is no answer.  A question whose text was
    changed gives none either: what was written there is kept as unassigned.  Where the
    form stands twice in the file, what one of them says or both is taken, and of two
    answers none.

    Raises:
        AppError: ``reply.*``, ``word.*`` for what costs the whole file.
    """
    document, text = open_word(content)
    request = request_named(text, known)
    digest = sha256_hex(content)
    taking = _Taking(
        request,
        Sorted(document, request),
        Reading(request.language, reply_id(content)),
        document,
    )
    given = tuple(filter(None, map(taking.given, request.questions)))
    if taking.found.has_loose_picture:
        taking.flaws.append(Flaw("reply.loose_picture"))
    if document.has_unread:
        taking.flaws.append(Flaw("reply.unread_part"))
    fields = {name: taking.text_of(name) for name in places_of_respondent(request)}
    counts = uncounted(fields, request.language)
    return Reply(
        id=reply_id(content),
        request=request.id,
        carrier=Carrier.WORD,
        given=given,
        unassigned=kept_texts((*taking.unassigned, *counts)),
        flaws=tuple(taking.flaws),
        respondent=respondent_of(fields, request.language),
        register=register_of(fields),
        digest=digest,
    )


def places_of_respondent(request: Request) -> Iterator[str]:
    questions = {each.id for each in request.questions}
    owners = (place.owner for place in places_of(request).values())
    return (each for each in owners if each and each not in questions)


@dataclass(slots=True)
class _Taking:
    request: Request
    found: Sorted
    reading: Reading
    document: Document
    flaws: list[Flaw] = field(default_factory=list)

    @property
    def unassigned(self) -> list[str]:
        return self.found.unassigned

    def text_of(self, owner: str) -> str:
        """Once where a form that stands twice says the same."""
        lines = self.found.of(owner).lines
        said = {same_text(text): text for text in map(_text, _by_control(lines))}
        said.pop("", None)
        return next(iter(said.values())) if len(said) == 1 else _text(lines)

    def given(self, asked: Asked) -> Given | None:
        copies = self.found.copies(asked.id)
        read = ((each, self._entry(asked, each)) for each in copies)
        answered = [(each, entry) for each, entry in read if entry]
        entry = answered[0][1] if answered else None
        if any(other != entry for _, other in answered):
            entry = None
            for each, _ in answered:
                self._leave(asked, each, flaw_of("reply.answered_twice", asked))
        if any(each.has_picture for each in copies):
            self.flaws.append(flaw_of("reply.picture", asked))
        traces = kept_traces(t for each in copies for t in self._traces(each))
        return Given(asked.id, entry, traces) if entry or traces else None

    def _entry(self, asked: Asked, gathered: Gathered) -> Entry | None:
        try:
            entry = self.reading.entry(asked, self._filled(asked, gathered))
            self._refuse_spoiled(asked, gathered)
        except FlawedAnswerError as exc:
            self._leave(asked, gathered, exc.flaw)
            return None
        return entry

    def _refuse_spoiled(self, asked: Asked, gathered: Gathered) -> None:
        if same_text(text_of(tuple(gathered.wording))) != same_text(asked.text):
            raise FlawedAnswerError(flaw_of("reply.spoiled_question", asked))

    def _leave(self, asked: Asked, gathered: Gathered, flaw: Flaw) -> None:
        """Told once, and what was written is kept where a person looks at it."""
        if flaw not in self.flaws:
            self.flaws.append(flaw)
        named = {each.id: each.text for each in asked.choices}
        chosen = (named.get(o, o) for o, ticked in gathered.ticks.items() if ticked)
        words = "\n".join(filter(None, (*chosen, _text(gathered.lines))))
        if words:
            self.unassigned.append(words)

    def _filled(self, asked: Asked, gathered: Gathered) -> Filled:
        if asked.kind == "table":
            return Filled(rows=tuple(_rows(asked, gathered.lines)))
        if asked.kind == "choices":
            self._unassign(asked, gathered)
            known = {each.id for each in asked.choices}
            ticked = (each for each, is_ticked in gathered.ticks.items() if is_ticked)
            return Filled(chosen=tuple(each for each in ticked if each in known))
        apart = _by_control if asked.kind == "text" else _by_line
        first, *others = map(_text, apart(gathered.lines) or [[]])
        for text in others:
            if same_text(text) not in ("", same_text(first)):
                self.unassigned.append(text)
        return Filled(text=first)

    def _unassign(self, asked: Asked, gathered: Gathered) -> None:
        """Words among boxes, and boxes beside words that were not asked."""
        known = {each.id for each in asked.choices}
        strange = (
            o for o, ticked in gathered.ticks.items() if ticked and o not in known
        )
        self.unassigned.extend(filter(None, (_text(gathered.lines), *strange)))

    def _traces(self, gathered: Gathered) -> Iterator[Trace]:
        for (kind, author, time), pieces in groupby(gathered.changed, _change):
            text = "".join(each.text for each in pieces)
            if text.strip():
                yield Trace(kind, text, author, time)
        for comment in dict.fromkeys(gathered.comments):
            if comment in self.document.comments:
                yield self.document.comments[comment]


def _change(piece: Piece) -> tuple[str, str, str]:
    return piece.change, piece.author, piece.time


def _text(lines: Iterable[Line]) -> str:
    """Paragraphs by newline; table cells of a row by tab."""
    texts: list[str] = []
    before: Line | None = None
    for line in lines:
        texts += [_between(before, line), line.paragraph.mark, text_of(line.pieces)]
        before = line
    return "".join(texts).strip()


def _between(before: Line | None, line: Line) -> str:
    if before is None or before.paragraph.is_joined:
        return ""
    here, there = before.cell, line.cell
    if here and there and here != there and here.row == there.row:
        return "\t"
    return "\n"


def _by_line(lines: list[Line]) -> list[list[Line]]:
    """Numbers, dates and choices take one line."""
    return [[each] for each in lines if same_text(text_of(each.pieces))]


def _by_control(lines: list[Line]) -> list[list[Line]]:
    """The lines of each control apart: an answer that was copied has several."""
    groups: dict[int | None, list[Line]] = {}
    for line in lines:
        control = next((each.control for each in line.pieces if each.control), None)
        is_ours = control is not None and bool(control.tag)
        groups.setdefault(control.number if control and is_ours else None, [])
        groups[control.number if control and is_ours else None].append(line)
    return list(groups.values())


def _rows(asked: Asked, lines: list[Line]) -> Iterator[dict[str, str]]:
    """The rows below the heading, cells by column id."""
    first = [each for each in lines if each.cell and each.cell.row == 0]
    names = _columns(asked, first)
    rows: dict[tuple[int, int], dict[str, list[str]]] = {}
    for line in lines:
        name = line.column or (line.cell and names.get(line.cell.column))
        if line.cell is not None and name:
            row = rows.setdefault((line.cell.table, line.cell.row), {})
            text = line.paragraph.mark + text_of(line.pieces)
            row.setdefault(name, []).append(text)
    for place in sorted(rows):
        row_texts = {name: "\n".join(texts) for name, texts in rows[place].items()}
        if not _is_heading(asked, row_texts):
            yield row_texts


def _columns(asked: Asked, heading: Iterable[Line]) -> dict[int, str]:
    """By the words of the heading, else by their places."""
    ids = {same_text(each.text): each.id for each in asked.columns}
    texts = ((each.cell, same_text(text_of(each.pieces))) for each in heading)
    named = {cell.column: ids[text] for cell, text in texts if cell and text in ids}
    return named or {n: each.id for n, each in enumerate(asked.columns)}


def _is_heading(asked: Asked, row: Mapping[str, str]) -> bool:
    words = {each.id: same_text(each.text) for each in asked.columns}
    return all(words.get(name) == same_text(text) for name, text in row.items())
