"""Which contributions are used: those of which something stands in the answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from focalpoint_app.domain.assembly import value_fields
from focalpoint_app.domain.attribution import attributed, contributors
from focalpoint_app.domain.content import Content, Field, FieldKey
from focalpoint_app.domain.contribution import Contribution, Use
from focalpoint_app.domain.merge.sentences import key_of, sentences
from focalpoint_app.domain.revision import Revision
from focalpoint_app.workflow.consultation.attributing import (
    Sources,
    said_texts,
    standing,
    text_of,
    versions_of,
)
from focalpoint_app.workflow.consultation.consolidating import said
from focalpoint_app.workflow.review.desk import Desk

_VALUES = (Field.VALUE, Field.ROW)


def in_use(desk: Desk, question: str | None = None) -> tuple[Contribution, ...]:
    """Those that entered an answer and are in it still: a sentence, the choice, the
    figure, a row.

    Of one question, or of all.  What was taken over and left out again later is not
    used.
    """
    entered: dict[str, list[Use]] = {}
    for use in desk.workspace.uses(desk.review.id, question):
        if use.kind.enters_answer:
            entered.setdefault(use.contribution, []).append(use)
    looking = _Looking(desk, _made(desk, entered.values()))
    return tuple(
        given
        for given in standing(desk, entered)
        if any(looking.stands(given, use) for use in entered[given.id])
    )


def _made(desk: Desk, entered: Iterable[Iterable[Use]]) -> Mapping[str, Revision]:
    """The revisions that uses made, and what stood there before."""
    ids = {each for uses in entered for use in uses for each in use.revisions}
    made = desk.workspace.revisions(ids)
    before = {parent for each in made.values() for parent in each.parents}
    return {**desk.workspace.revisions(before), **made}


@dataclass(slots=True)
class _Looking:
    """``revisions`` by id, parents among them."""

    desk: Desk
    revisions: Mapping[str, Revision]
    _sources: Sources | None = None
    _whose: dict[FieldKey, frozenset[str]] = field(default_factory=dict)

    def stands(self, given: Contribution, use: Use) -> bool:
        """Something of what this act brought, or found there already, is there now."""
        known = (self.revisions[each] for each in use.revisions)
        made = [each for each in known if each.key.field in _VALUES]
        if not made:
            return self._is_said(given)
        return any(self._is_left(given, each) for each in made)

    def _is_left(self, given: Contribution, made: Revision) -> bool:
        now = self.desk.book.content(made.key)
        if isinstance(now, Mapping) and made.key.field is Field.VALUE:
            return self._has_words(given, made)
        brought = made.content
        if isinstance(brought, list | tuple):
            before = (each.content for each in self._parents(made))
            there = {choice for each in before for choice in _listed(each)}
            brought = [each for each in brought if each not in there]
        return _meets(made.key, now, brought)

    def _has_words(self, given: Contribution, made: Revision) -> bool:
        """Word for word, as most are, or as sentences remember where they came from.

        A sum of choices or figures has no sentence of its contributor's.
        """
        key = made.key
        brought = _keys(made.content)
        for each in self._parents(made):
            brought -= _keys(each.content)
        brought &= _keys(self.desk.book.content(key))
        words = said_texts(self.desk, given).get(key.language, "")
        if not words:
            return bool(brought)
        is_there = not brought.isdisjoint(_keys({"text": words}))
        return is_there or given.id in self._contributors(key)

    def _contributors(self, key: FieldKey) -> frozenset[str]:
        if key not in self._whose:
            spans = attributed(versions_of(self.desk, key, self._all_sources()))
            self._whose[key] = frozenset(contributors(spans))
        return self._whose[key]

    def _all_sources(self) -> Sources:
        if self._sources is None:
            workspace, review = self.desk.workspace, self.desk.review.id
            self._sources = workspace.revision_sources(review)
        return self._sources

    def _is_said(self, given: Contribution) -> bool:
        """The answer said it when it was to be taken over, and does still."""
        fields = value_fields(given.question, said(self.desk, given))
        book = self.desk.book
        return any(_meets(key, book.content(key), content) for key, content in fields)

    def _parents(self, made: Revision) -> Iterator[Revision]:
        return (self.revisions[each] for each in made.parents)


def _meets(key: FieldKey, now: Content, brought: Content) -> bool:
    """Whether what stands there now has something of what was brought."""
    if now is None or key.field is Field.ROW:
        return now is not None
    if isinstance(brought, Mapping):
        return not _keys(now).isdisjoint(_keys(brought))
    if isinstance(brought, list | tuple):
        return any(each in _listed(now) for each in brought)
    return now == brought


def _listed(content: Content) -> Sequence[Content]:
    return content if isinstance(content, list | tuple) else ()


def _keys(text: Content) -> frozenset[str]:
    """The sentences of a text field, without the blanks around them."""
    return frozenset(map(key_of, sentences(text_of(text)))) - {""}
