"""``focalpoint expunge``: shown first, done when agreed, told with what is left."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from focalpoint_app.domain.expunging import Places
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.safekeeping.expunging import Expunged, Order, expunge, look
from focalpoint_app.workflow.safekeeping.expunging_words import (
    left_lines,
    place_lines,
    write_expunging_record,
)
from focalpoint_app.workflow.submitting.outputs import refuse_same, refuse_unwritable
from focalpoint_app.workflow.verbs.verbs import Outcome


@dataclass(frozen=True, slots=True)
class Into:
    """The workspace, and the record to write of what was done, if any."""

    file: Path
    review_id: str | None
    record: Path | None
    language: str


def expunge_from(
    into: Into,
    order: Order,
    agrees: Callable[[str], bool],
    tr: Catalogue,
    *,
    as_json: bool,
) -> Outcome:
    """The verdict is no where it was shown and not agreed to: nothing was changed."""
    if into.record is not None:
        refuse_same(into.file, into.record)
        refuse_unwritable(into.record)
    with closing(open_review(into.file, review_id=into.review_id)) as desk:
        places = look(desk, order.passage, order.question)
        if not agrees("\n".join(place_lines(places, tr))):
            shown = _json(places, None) if as_json else ""
            return Outcome(shown or "\n".join(place_lines(places, tr)), verdict=False)
        done = expunge(desk, order)
        if into.record is not None:
            write_expunging_record(
                desk, done.act, done.copies, into.record, into.language
            )
    if as_json:
        return Outcome(_json(places, done), warning=done.hindered or desk.notice)
    return Outcome(
        "\n".join(_told(into, done, tr)), warning=done.hindered or desk.notice
    )


def _told(into: Into, done: Expunged, tr: Catalogue) -> list[str]:
    told = [tr("The passage was taken out; a mark stands in its place.")]
    if not done.is_scrubbed:
        told.append(
            tr(
                "Another program is reading the file: what was freed in it is"
                " overwritten when it is next opened for writing."
            )
        )
    told.extend(left_lines(done.act, done.copies, tr))
    if into.record is not None:
        told.append(tr("Wrote {file}.", file=str(into.record)))
    return told


def _json(places: Places, done: Expunged | None) -> str:
    told: dict[str, Any] = {"found": asdict(places), "expunged": done is not None}
    if done is not None:
        told["act"] = done.act.id
        told["scrubbed"] = done.is_scrubbed
        told["places"] = done.act.details["places"]
        told["copies"] = [str(each) for each in done.copies.all]
    return json.dumps(told, ensure_ascii=False, indent=2)
