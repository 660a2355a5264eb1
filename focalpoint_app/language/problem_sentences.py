"""What readiness found, code by code; ``{question}`` is a written provision."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

PROBLEM_SENTENCES: Mapping[str, str] = {
    "unanswered": N_("{question}: this question has no answer yet."),
    "no_law": N_("{question}: the answer is yes, but no law and provision is cited."),
    "no_explanation": N_("{question}: the answer needs an explanation."),
    "no_type": N_("{question}: assistance is needed, but no type is chosen."),
    "companion_unanswered": N_("{question}: a follow-up question has no answer yet."),
    "too_long": N_(
        "{question}: the text has {length} characters; at most {limit} are allowed."
    ),
    "contradiction": N_("{question}: {text}"),
    "before_entry_into_force": N_(
        "{question}: the date {date} lies before the entry into force, {since}."
    ),
    "before_signature": N_(
        "{question}: the date {date} lies before the signature, {since}."
    ),
    "before_ratification": N_(
        "{question}: the date {date} lies before the ratification or accession,"
        " {since}."
    ),
    "may_identify": N_(
        "{question}: these words may identify a victim, a witness or a suspect: {words}"
    ),
    "working_input_only": N_(
        "{question}: the answer rests on contributions that no office has confirmed."
    ),
    "unprintable": N_(
        "{question}: no font here has these characters, which would print as boxes:"
        " {characters}"
    ),
    "unprintable_source": N_(
        "{question}: of the source {source} no font here has these characters, which"
        " would print as boxes: {characters}"
    ),
    "unprintable_lines": N_(
        "Signature lines: no font here has these characters, which would print as"
        " boxes: {characters}"
    ),
    "unprintable_paper": N_(
        "Letterhead and marking: no font here has these characters, which would print"
        " as boxes: {characters}"
    ),
    "unprintable_signer": N_(
        "Name in the certificate: no font here has these characters, which would print"
        " as boxes: {characters}"
    ),
    "spoofing": N_(
        "{question}: a reader would not see these characters, or would take these words"
        " for others: {words}"
    ),
    "direction_override": N_(
        "{question}: the text holds characters that turn its direction by force."
    ),
}
