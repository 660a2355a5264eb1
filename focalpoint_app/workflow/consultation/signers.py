"""Is a reply signed with the key that its institution signed with before?"""

from __future__ import annotations

from collections.abc import Mapping

from focalpoint_app.domain.consultation import Flaw, Reply
from focalpoint_app.domain.stakeholder import Stakeholder


class Signers:
    """The keys known so far, and those that the replies of one import bring.

    ``added``: reply ids with their keys, to be kept.  A key would tell one anonymous
    contributor's replies from another's, so theirs is never kept.
    """

    def __init__(self, known: Mapping[str, frozenset[str]]) -> None:
        self._known = dict(known)
        self.added: list[tuple[str, str]] = []

    def told(self, stakeholder: Stakeholder, reply: Reply) -> tuple[Flaw, ...]:
        """A reply by another key is taken, and told."""
        if not reply.signer or stakeholder.is_anonymous:
            return ()
        known = self._known.get(stakeholder.id, frozenset())
        self._known[stakeholder.id] = known | {reply.signer}
        self.added.append((reply.id, reply.signer))
        if not known or reply.signer in known:
            return ()
        return (Flaw("packet.other_key", "", {"institution": stakeholder.name}),)
