"""What can go wrong in a consultation, code by code; see ``error_sentences``."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_, one_many

CONSULTATION_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "contribution.unknown": N_("The workspace holds no such contribution any more."),
    "reply.no_file": N_("The file of this reply was not kept."),
    "reply.unknown": N_("The workspace holds no such reply any more."),
    "request.unknown": N_("The workspace holds no such request."),
    "stakeholder.asked": one_many(
        "{n} letter or reply belongs to this stakeholder, so it cannot be removed.",
        "{n} letters and replies belong to this stakeholder, so it cannot be removed.",
    ),
    "stakeholder.named_before": N_(
        "The name of this stakeholder is kept already; add the anonymous contributor"
        " as a new one."
    ),
}
