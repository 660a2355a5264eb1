"""What can go wrong in a consultation, code by code; see ``error_sentences``."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_, one_many

CONSULTATION_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "contribution.no_unit": N_("No constituent unit has answered this question yet."),
    "contribution.no_value": N_(
        "This contribution answers nothing that could be taken over."
    ),
    "contribution.unknown": N_("The workspace holds no such contribution any more."),
    "markings.unreadable": N_(
        "The list of national markings in {file} cannot be read. Ask your IT department"
        " to put it right or to take it away."
    ),
    "publish.restricted": one_many(
        "The public edition was not written: it would hold {n} passage of restricted"
        " text ({passage}).",
        "The public edition was not written: it would hold {n} passages of restricted"
        " text ({passage}).",
    ),
    "reconcile.broken": N_(
        "What is sealed in {file} was changed afterwards; nothing of it was taken."
    ),
    "reconcile.other_review": N_(
        "{file} holds no review that is also in this workspace; nothing was changed."
    ),
    "reply.in_answers": one_many(
        "{n} answer quotes what these replies say; take their words out of it first.",
        "{n} answers quote what these replies say; take their words out of them first.",
    ),
    "reply.no_file": N_("The file of this reply was not kept."),
    "reply.unknown": N_("The workspace holds no such reply any more."),
    "request.no_passphrase": N_(
        "Set FOCALPOINT_PACKET_PASSPHRASE to a passphrase for the packet, or choose"
        " --plain to send it unencrypted."
    ),
    "request.no_questions": N_(
        "No question of the instruments in force matches {pattern}."
    ),
    "request.no_reason": N_("Say why the request is withdrawn."),
    "request.withdrawn": N_("This request was withdrawn already."),
    "request.unknown": N_("The workspace holds no such request."),
    "stakeholder.asked": one_many(
        "{n} letter or reply belongs to this stakeholder, so it cannot be removed.",
        "{n} letters and replies belong to this stakeholder, so it cannot be removed.",
    ),
    "stakeholder.named_before": N_(
        "The name of this stakeholder is kept already; add the anonymous contributor"
        " as a new one."
    ),
    "stakeholder.nameless": N_("A stakeholder needs a name."),
    "stakeholder.several": N_(
        "Several stakeholders are called {name}; give each a name of its own."
    ),
    "stakeholder.there": N_("There is a stakeholder called {name} already."),
    "stakeholder.unread_columns": N_(
        "These columns of the list were left out, because institutions have none"
        " like them: {columns}."
    ),
    "stakeholder.unread_columns_many": N_(
        "Columns of the list were left out, because institutions have none like them:"
        " {n} in all, among them {columns}."
    ),
    "stakeholder.unknown": N_("No stakeholder is called {name}."),
    "use.no_reason": N_("Say why the contribution is not used."),
}
