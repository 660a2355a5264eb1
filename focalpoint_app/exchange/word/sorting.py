"""Which paragraph and which piece of it belongs to which question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from focalpoint_app.domain.consultation import Request
from focalpoint_app.exchange.frame import frame_of, question_texts
from focalpoint_app.exchange.ticks import is_tick, says_more
from focalpoint_app.exchange.typed import same_text
from focalpoint_app.exchange.word.anchors import (
    Place,
    Role,
    bookmarks_of,
    places_of,
)
from focalpoint_app.exchange.word.pieces import (
    Cell,
    Document,
    Paragraph,
    Piece,
    text_of,
)

_TICKED = "\u2611\u2612\u2713\u2714\u2715\u2716\u2717\u2718\uf0fe\uf0fd"
_BOXES = f"\u2610{_TICKED}"
_MOST_PIECES = 100
"""Into which Word divides a question's text at most; a file may divide it a million
times."""

_NO_BOXES = dict.fromkeys(map(ord, _BOXES))


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's part that belongs to one place; ``column`` a table's, if known."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...]
    column: str = ""

    @property
    def cell(self) -> Cell | None:
        return self.paragraph.cell


@dataclass(slots=True)
class Gathered:
    """What a form holds of one question, or of one thing asked about the reply.

    ``ticks`` pair an option's id, or the words beside its box, with its state.
    """

    lines: list[Line] = field(default_factory=list)
    wording: list[Piece] = field(default_factory=list)
    ticks: dict[str, bool] = field(default_factory=dict)
    changed: list[Piece] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    has_picture: bool = False


class Sorted:
    """``gathered`` by question or respondent's field, ``unassigned`` in reading order.

    Of a form that stands twice in its file each question is gathered twice.
    ``has_loose_picture``: one stands in no question's place.

    Where a control has kept its tag, the tag decides.  Where a question's tags are
    lost, all that follows its bookmark up to the next one is its answer.
    """

    def __init__(self, document: Document, request: Request) -> None:
        self.gathered: dict[str, list[Gathered]] = {}
        self.unassigned: list[str] = []
        self.has_loose_picture = False
        self._tags = places_of(request)
        self._bookmarks = bookmarks_of(request)
        self._asked = {each.id: each for each in request.questions}
        frame = frame_of(request)
        self._hints = frozenset(map(same_text, frame.hints.values()))
        provisions = (each.provision for each in request.questions)
        self._frame = frozenset(map(same_text, ("", *frame.texts, *provisions)))
        self._ours = frozenset(map(same_text, _all_texts(request)))
        self._tagged = frozenset(_owners_with_answers(document, self._tags))
        self._region = ""
        self._began: Cell | None = None
        self._tables: dict[int, str] = {}
        self._printed_of: dict[str, frozenset[str]] = {}
        for paragraph in document.paragraphs:
            self._sort(paragraph)
        for paragraph in document.outside:
            if any(map(str.isalpha, paragraph.text)):  # Digits are page numbers.
                self._keep(paragraph.text)
        self._comments_left(document)

    def of(self, owner: str) -> Gathered:
        """The last that was begun."""
        return self.copies(owner)[-1]

    def copies(self, owner: str) -> list[Gathered]:
        """One as a rule, and never none."""
        return self.gathered.setdefault(owner, [Gathered()])

    def _sort(self, paragraph: Paragraph) -> None:
        begun = [
            self._bookmarks[b] for b in paragraph.bookmarks if b in self._bookmarks
        ]
        starts = begun[-1] if begun else None
        self._region = self._region_of(paragraph, starts)
        loose: list[Piece] = []
        held: dict[Place, list[Piece]] = {}
        for piece in paragraph.pieces:
            place = self._place(piece)
            (held.setdefault(place, []) if place else loose).append(piece)
        for place, pieces in held.items():
            self._hold(place, paragraph, pieces)
        self._loose(paragraph, loose, starts)
        self._note(paragraph)

    def _region_of(self, paragraph: Paragraph, starts: Place | None) -> str:
        """The question that the paragraph is about: as before, unless it says.

        What is asked about the reply ends with the row in which it is asked.
        """
        if starts is not None:
            self._began = paragraph.cell
            return starts.owner
        places = (self._tags.get(each.tag) for each in paragraph.controls)
        owners = (place.owner for place in places if place)
        named = next(filter(None, owners), "")
        is_past = self._region not in self._asked and self._is_below(paragraph.cell)
        return named or ("" if is_past else self._region)

    def _is_below(self, cell: Cell | None) -> bool:
        began = self._began
        if began is None or cell is None:
            return began is not None
        return (cell.table, cell.row) != (began.table, began.row)

    def _note(self, paragraph: Paragraph) -> None:
        """Traces are the paragraph's, wherever in it they stand."""
        if paragraph.has_picture and self._region not in self._asked:
            self.has_loose_picture = True
        if self._region or paragraph.comments:
            found = self.of(self._region)
            found.comments += paragraph.comments
            found.has_picture |= paragraph.has_picture
            found.changed += [each for each in paragraph.pieces if each.change]

    def _place(self, piece: Piece) -> Place | None:
        return None if piece.control is None else self._tags.get(piece.control.tag)

    def _hold(self, place: Place, paragraph: Paragraph, pieces: list[Piece]) -> None:
        found = self.of(place.owner)
        match place.role:
            case Role.FRAME:
                self._keep(text_of(tuple(pieces)))
            case Role.QUESTION:
                self._asking(place.owner, pieces).wording += pieces
            case Role.OPTION:
                in_words = self._in_words(place, pieces)
                found.ticks[place.part] = in_words or _is_ticked(pieces)
            case Role.ANSWER | Role.CELL | Role.RESPONDENT:
                written = self._written(pieces)
                found.lines.append(Line(paragraph, written, place.part))
        if place.role is Role.CELL and paragraph.cell is not None:
            self._tables[paragraph.cell.table] = place.owner

    def _written(self, pieces: list[Piece]) -> tuple[Piece, ...]:
        """Without the hint, also where a program took it for somebody's words."""
        written = tuple(each for each in pieces if not _is_hint(each))
        return () if same_text(text_of(written)) in self._hints else written

    def _asking(self, owner: str, pieces: list[Piece]) -> Gathered:
        """A question that is asked whole and asked again stands there twice."""
        wording, asked = self.of(owner).wording, self._asked[owner].text
        begun = {each.control for each in wording[:_MOST_PIECES]}
        is_long = len(wording) > _MOST_PIECES
        if is_long or not begun or any(each.control in begun for each in pieces):
            return self.of(owner)
        said = text_of(tuple(wording))
        if len(said) < 2 * len(asked) and same_text(said) == same_text(asked):
            self.gathered[owner].append(Gathered())
        return self.of(owner)

    def _in_words(self, place: Place, pieces: list[Piece]) -> bool:
        """Whether what was typed into a box says that it is ticked."""
        text = text_of(tuple(pieces)).translate(_NO_BOXES)
        if says_more(text):
            asked = self._asked[place.owner]
            named = {each.id: each.text for each in asked.choices}
            self._keep(f"{named.get(place.part, '')}\n{text.strip()}")
        return is_tick(text)

    def _loose(
        self, paragraph: Paragraph, pieces: list[Piece], starts: Place | None
    ) -> None:
        """What lies in no control of ours."""
        text = "".join(each.text for each in pieces if each.change != "deleted")
        if self._region and self._region not in self._tagged:
            self._untagged(paragraph, pieces, starts)
        elif same_text(text) in self._ours:
            return
        elif paragraph.cell and paragraph.cell.table in self._tables:  # A row more.
            owner = self._tables[paragraph.cell.table]
            self.of(owner).lines.append(Line(paragraph, tuple(pieces)))
        else:
            self._keep(paragraph.mark + text)

    def _untagged(
        self, paragraph: Paragraph, pieces: list[Piece], starts: Place | None
    ) -> None:
        found = self.of(self._region)
        if starts is not None:
            found.wording += pieces
            return
        written = tuple(each for each in pieces if not _is_hint(each))
        text = "".join(each.text for each in written if each.change != "deleted")
        boxes = [each for each in pieces if each.text.strip() in tuple(_BOXES)]
        if boxes:
            words = same_text(text.translate(_NO_BOXES))
            found.ticks[self._option(words)] = _is_ticked(boxes)
        elif same_text(text) not in self._printed(paragraph):
            found.lines.append(Line(paragraph, written))

    def _printed(self, paragraph: Paragraph) -> frozenset[str]:
        """What is no answer there: a table's cells may say what a label says."""
        if paragraph.cell is not None:
            return self._hints
        if self._region not in self._printed_of:
            asked = self._asked.get(self._region)
            own = map(same_text, question_texts(asked)) if asked else ()
            self._printed_of[self._region] = self._frame.union(own)
        return self._printed_of[self._region]

    def _option(self, words: str) -> str:
        asked = self._asked.get(self._region)
        options = asked.choices if asked else ()
        return next((o.id for o in options if same_text(o.text) == words), words)

    def _keep(self, text: str) -> None:
        """Nothing that somebody wrote is dropped."""
        if same_text(text) not in self._ours:
            self.unassigned.append(text.strip())

    def _comments_left(self, document: Document) -> None:
        every = (each for copies in self.gathered.values() for each in copies)
        told = {comment for each in every for comment in each.comments}
        loose = [c for each in self.gathered.pop("", []) for c in each.comments]
        loose += [each for each in document.comments if each not in told]
        for each in dict.fromkeys(loose):
            if each in document.comments:
                trace = document.comments[each]
                self.unassigned.append(f"{trace.author}: {trace.text}")


def _owners_with_answers(
    document: Document, tags: Mapping[str, Place]
) -> Iterator[str]:
    """Questions of which at least one place for the answer has kept its tag."""
    for paragraph in document.paragraphs:
        for control in paragraph.controls:
            place = tags.get(control.tag)
            if place and place.role not in (Role.FRAME, Role.QUESTION):
                yield place.owner


def _all_texts(request: Request) -> Iterator[str]:
    yield ""
    frame = frame_of(request)
    yield from frame.texts
    yield request.register.marking
    for asked in request.questions:
        yield from question_texts(asked)


def _is_ticked(pieces: list[Piece]) -> bool:
    """By the control's own word, or by the sign that is shown."""
    marks = "".join(each.text for each in pieces if each.change != "deleted")
    own = any(each.control and each.control.is_checked for each in pieces)
    return any(mark in marks for mark in _TICKED) or (own and "\u2610" not in marks)


def _is_hint(piece: Piece) -> bool:
    return piece.control is not None and piece.control.is_hint
