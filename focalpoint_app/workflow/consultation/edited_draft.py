"""Whether a contribution is the draft that was shown, edited, or words beside it."""

from __future__ import annotations

from collections.abc import Mapping

from focalpoint_app.domain.merge.sentences import key_of, sentences
from focalpoint_app.domain.resembling import Candidates

Texts = Mapping[str, str]


def edited_draft(shown: Texts, came: Texts) -> Texts:
    """``shown``, by language, where something of it came back.

    Who kept no sentence of a draft and made none of one (loose text of a form, what was
    said in a meeting) did not strike it out, and a merge takes nothing of it away.
    """
    return {
        language: draft
        for language, draft in shown.items()
        if _is_made_of(came.get(language, ""), draft)
    }


def _is_made_of(text: str, draft: str) -> bool:
    pieces, known = sentences(text), sentences(draft)
    if not {*map(key_of, pieces)}.isdisjoint(map(key_of, known)):
        return True
    candidates = Candidates((each, place) for place, each in enumerate(known))
    last = max(1, len(pieces) - 1)
    return any(
        candidates.made_into(piece, place / last) for place, piece in enumerate(pieces)
    )
