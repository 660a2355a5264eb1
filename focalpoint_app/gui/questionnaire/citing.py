"""How a source and a citation of it are named in the window."""

from collections.abc import Iterable, Mapping

from focalpoint_app.domain.answer import Cite
from focalpoint_app.domain.source import Source, SourceKind
from focalpoint_app.gui.texts import in_language, listed
from focalpoint_app.language.alphabetical import alphabetical
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_

KINDS = {
    SourceKind.LAW: N_("Law"),
    SourceKind.REGULATION: N_("Regulation"),
    SourceKind.CASE: N_("Case"),
    SourceKind.STRATEGY: N_("Strategy"),
    SourceKind.STATISTIC: N_("Statistics"),
    SourceKind.TREATY: N_("Treaty"),
    SourceKind.OTHER: N_("Other"),
}

NO_LINK = N_("Write the whole address, as in https://sherloc.unodc.org/.")
"""Said under a field for a link."""


def in_order(sources: Iterable[Source], tr: Catalogue) -> list[Source]:
    """Oldest first, those without a year last; those of one date, or of none, as a
    reader of the language looks their titles up."""
    return sorted(
        sources,
        key=lambda each: (
            each.year is None,
            each.year or 0,
            each.date,
            alphabetical(source_words(each, tr)),
            each.id,
        ),
    )


def source_words(source: Source, tr: Catalogue) -> str:
    """Its title; where it has none, its kind with number and year as printed."""
    title = in_language(source.title, tr.language)
    if title:
        return title
    kind = tr(KINDS[source.kind])
    if source.number and source.year:
        return tr(
            "{kind} No. {number} of {year}",
            kind=kind,
            number=source.number,
            year=source.year,
        )
    return f"{kind} {source.number}".strip()


def cite_words(cite: Cite, sources: Mapping[str, Source], tr: Catalogue) -> str:
    """Source and provision, each isolated: they come in any language."""
    source = sources.get(cite.source)
    name = source_words(source, tr) if source else tr("a source that is gone")
    return listed([name, cite.provision], tr)
