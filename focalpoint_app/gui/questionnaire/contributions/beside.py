"""What many cards need to know besides their contribution, read once for all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from focalpoint_app.gui.session import Session

if TYPE_CHECKING:
    from focalpoint_app.domain.consultation import Request
    from focalpoint_app.domain.contribution import Contribution
    from focalpoint_app.domain.source import Source

Texts = Mapping[str, str]


class Beside(QObject):
    """Of one window: what was sent changes by expunging only, which refreshes."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._requests: dict[str, Request] = {}
        self._authors: Mapping[str, str] = {}
        session.refreshed.connect(self.forget)

    def forget(self) -> None:
        self._requests.clear()
        self._authors = {}

    def sent_texts(self, given: Contribution) -> Texts:
        """The draft that its request showed, by language."""
        from focalpoint_app.workflow.consultation.consolidating import drafted

        return drafted(self._request(given.request), given.question)

    def cited(self, given: Contribution) -> tuple[tuple[Source, str], ...]:
        """Its sources with their provisions."""
        from focalpoint_app.workflow.consultation.cited import cited

        return cited(given, self._session.sources)

    def author(self, author: str) -> str:
        """Their name; a dash for somebody unknown."""
        if author not in self._authors:
            authors = self._session.read(self._session.desk.authors, ())
            self._authors = {each.id: each.name for each in authors}
        return self._authors.get(author, "–")

    def _request(self, request: str) -> Request | None:
        if request and request not in self._requests:
            sent = self._session.desk.workspace.request(request)
            self._requests[request] = sent.request
        return self._requests.get(request)
