"""The sources that a contribution cites: as they are kept here, or described in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from focalpoint_app.domain.contribution import Contribution
from focalpoint_app.domain.source import Source
from focalpoint_app.exchange.packets.beside import cited_source


def cited(
    contribution: Contribution, sources: Mapping[str, Source]
) -> tuple[tuple[Source, str], ...]:
    """Each source with its provision: as ``sources`` has it, else as it was described.

    One of the same kind, number and year is the same law.
    """
    found = []
    for cite in (contribution.entry or {}).get("cites", ()):
        source = _source(cite, sources)
        if source is not None:
            found.append((source, str(cite.get("provision", ""))))
    return tuple(found)


def _source(cite: Mapping[str, Any], sources: Mapping[str, Source]) -> Source | None:
    known = sources.get(str(cite.get("source")))
    described = None if known else cited_source(cite)
    if described is None or not described.number:
        return known or described
    same = (described.kind, described.number, described.year)
    alike = (e for e in sources.values() if (e.kind, e.number, e.year) == same)
    return next(alike, described)
