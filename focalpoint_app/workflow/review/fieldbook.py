"""The fields of one review in memory, each change durable before it is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import uuid4

from focalpoint_app.domain.content import Change, Content, FieldKey, Step
from focalpoint_app.domain.undo import StepEvent


class Store(Protocol):
    """What the book needs of the workspace file."""

    def fields(self, review_id: str) -> Mapping[FieldKey, Content]: ...

    def save(
        self,
        review_id: str,
        changes: Sequence[Change],
        author_id: str,
        at: datetime,
        event: StepEvent | None = None,
    ) -> None: ...


class FieldBook:
    """Working contents by field.  A change reaches the file first, then the memory."""

    def __init__(
        self, store: Store, review_id: str, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._review = review_id
        self._clock = clock
        self._by_question: dict[str, dict[FieldKey, Content]] = {}
        self._typing: Step | None = None
        for key, content in store.fields(review_id).items():
            self._remember(key, content)

    @property
    def questions(self) -> tuple[str, ...]:
        return tuple(self._by_question)

    def of(self, question: str) -> Mapping[FieldKey, Content]:
        return self._by_question.get(question, {})

    def content(self, key: FieldKey) -> Content:
        return self.of(key.question).get(key)

    def all(self) -> dict[FieldKey, Content]:
        return {
            k: c for fields in self._by_question.values() for k, c in fields.items()
        }

    def put(
        self, name: str, contents: Mapping[FieldKey, Content], author: str
    ) -> Step | None:
        """Change fields as one undoable step; None when nothing differs."""
        changes = tuple(
            Change(key, self.content(key), content)
            for key, content in contents.items()
            if self.content(key) != content
        )
        if not changes:
            return None
        step = self._grown(name, changes) or Step(
            str(uuid4()), name, changes[0].key.question, changes
        )
        self.apply(changes, author, step)
        self._typing = step if name == "typing" else None
        return step

    def apply(self, changes: Sequence[Change], author: str, event: StepEvent) -> None:
        """Write changes through, and the undo list with them."""
        self._store.save(self._review, changes, author, self._clock(), event)
        for change in changes:
            self._remember(change.key, change.after)

    def remember(self, changes: Sequence[Change]) -> None:
        """Take over what the file already holds, as after an import."""
        self._typing = None
        for change in changes:
            self._remember(change.key, change.after)

    def forget(self) -> None:
        """Nothing is known any more; another book is made to go on."""
        self._typing = None
        self._by_question.clear()

    def stop_growing(self) -> None:
        """What is typed from now on is a step of its own."""
        self._typing = None

    def _grown(self, name: str, changes: tuple[Change, ...]) -> Step | None:
        """Typing goes on in the same field: the step keeps its beginning."""
        last = self._typing
        if name != "typing" or last is None or len(changes) != 1:
            return None
        (before,), (now,) = last.changes, changes
        if before.key != now.key:
            return None
        change = Change(now.key, before.before, now.after)
        return Step(last.id, name, last.question, (change,))

    def _remember(self, key: FieldKey, content: Content) -> None:
        fields = self._by_question.setdefault(key.question, {})
        if content is None:
            fields.pop(key, None)
        else:
            fields[key] = content
