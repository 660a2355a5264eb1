"""What an expected error says: what happened and what to do, code by code.

A pair is counted by the error's ``count``.  ``{file}`` is also filled from a
context that gives the whole ``path``.
"""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_, one_many

ERROR_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "answers.forbidden_character": N_(
        "{question}: the text holds a character that cannot be stored ({character})."
    ),
    "answers.not_a_date": N_(
        "{question}: {found} is not a date; write it as 2010-01-31."
    ),
    "answers.not_json": N_(
        "The file of answers is not valid JSON at line {line}; nothing was changed."
    ),
    "answers.number_too_long": N_("{question}: the number has too many digits."),
    "answers.other_questionnaire": N_(
        "The answers belong to the questionnaire {found}, this review to {expected};"
        " nothing was changed."
    ),
    "answers.over_limit": N_(
        "{question}: the text has {length} characters; at most {limit} are allowed."
    ),
    "answers.refused": one_many(
        "The answers were not imported because of {n} mistake; nothing was changed.",
        "The answers were not imported because of {n} mistakes; nothing was changed.",
    ),
    "answers.repeated_row": N_("{question}: two rows of the table have the same id."),
    "answers.too_large": N_(
        "The file of answers is too large to be read; nothing was changed."
    ),
    "answers.unknown_choice": N_("{question}: {choice} is not one of the choices."),
    "answers.unknown_column": N_("{question}: the table has no column {column}."),
    "answers.unknown_question": N_("The questionnaire has no question {question}."),
    "answers.unknown_source": N_(
        "{question}: the source {source} that is cited is not in the list of sources."
    ),
    "answers.wrong_entry": N_(
        "{question}: the entry does not have the form of an answer."
    ),
    "answers.wrong_shape": N_(
        "The file is not a file of answers; nothing was changed."
    ),
    "answers.wrong_source": N_(
        "Source {source}: the field {field} is not known or has no fitting value."
    ),
    "answers.wrong_value": N_("{question}: the value is not of the kind {kind}."),
    "article.unknown": N_(
        "Nothing is asked on {article} in this review; name it as untoc.5."
    ),
    "certificate.expired": N_(
        "The certificate expired on {date}; sign with one that is valid."
    ),
    "certificate.no_key": N_(
        "The certificate file holds no private key; export it again with its key."
    ),
    "certificate.not_yet_valid": N_(
        "The certificate is valid only from {date}; check the date of this computer."
    ),
    "certificate.unreadable": N_(
        "{file} cannot be read as a certificate file (PKCS#12: .p12 or .pfx)."
    ),
    "certificate.weak_key": N_(
        "The key of {name} is too weak to sign with; ask for a new certificate."
    ),
    "certificate.wrong_passphrase": N_(
        "The passphrase does not open {file}; type it again. "
        "If it is right, the file is damaged."
    ),
    "certificate.wrong_usage": N_(
        "The certificate of {name} was not issued for signing documents; ask for one"
        " whose key usage is digital signature or non-repudiation."
    ),
    "clearance.no_parts": N_("Choose at least one instrument to clear."),
    "clearance.not_ready": one_many(
        "The answers cannot be cleared: {n} mandatory question has no answer yet.",
        "The answers cannot be cleared: {n} mandatory questions have no answer yet.",
    ),
    "command.missing": N_("{name} is missing; see --help."),
    "command.misused": N_("The command is used so: {usage}"),
    "command.unknown_word": N_("{word} is not a word of this command; see --help."),
    "command.wrong_value": N_("{name} does not take this value; it takes {kind}."),
    "condition.malformed": N_("A condition cannot be read: {text}"),
    "disk.full": N_("The disk is full; free some space, then try {file} again."),
    "evidence.unknown": N_("The workspace holds no such scan any more."),
    "file.exists": N_("{file} exists already; choose another name."),
    "file.missing": N_("{file} was not found."),
    "file.not_found": N_("{file} was not found."),
    "file.same": N_("{file} is read and cannot be written over; choose another name."),
    "file.unreadable": N_(
        "{file} cannot be read; check that you may read it and that it is a file."
    ),
    "file.unwritable": N_(
        "{file} cannot be written; choose a folder in which you may write."
    ),
    "form.unknown": N_("There is no questionnaire {form}."),
    "letterhead.line_too_long": N_(
        "A line of the letterhead is too long; at most {limit} characters are allowed."
    ),
    "letterhead.too_many_lines": N_(
        "The letterhead has room for {limit} lines; remove some of them."
    ),
    "marking.too_long": N_(
        "The marking is too long; at most {limit} characters are allowed."
    ),
    "output.unwritable": N_(
        "The result could not be written to standard output; write it to a file (-o)."
    ),
    "part.not_asked": N_("Nothing is asked on the instrument {part} in this review."),
    "pdf.encrypted": N_("{file} is locked with a password and cannot be read."),
    "pdf.too_large": N_("{file} is too large to be read."),
    "pdf.unreadable": N_("The file cannot be read as a PDF; it may be damaged."),
    "program.bug": N_(
        "The program made a mistake of its own and did not finish; a report without any"
        " of your answers is in {path}."
    ),
    "program.bug_unreported": N_(
        "The program made a mistake of its own and did not finish."
    ),
    "printer.failed": N_(
        "The printer took no more pages; look whether it is on and connected, then"
        " print again."
    ),
    "picture.damaged": N_(
        "The picture is damaged and cannot be drawn; choose another."
    ),
    "picture.too_large": N_(
        "The picture is too large; choose one of at most {limit} megabytes."
    ),
    "picture.too_wide": N_(
        "The picture has {width} by {height} pixels; choose one of at most {limit} by"
        " {limit}."
    ),
    "picture.unknown": N_(
        "The file is no picture in PNG or JPEG form; choose another."
    ),
    "review.unknown": N_("The workspace holds no review {review}."),
    "review.which": N_(
        "The workspace holds several reviews; name one with --review: {reviews}"
    ),
    "revision.expunged": N_(
        "The content of this revision was removed by decision and cannot be restored."
    ),
    "revision.unknown": N_("This revision is not in the workspace: {revision}."),
    "sign_off.too_many": N_(
        "The sign-off page has room for {limit} lines; remove some of them."
    ),
    "screen.missing": N_(
        "There is no screen to open a window on; focalpoint --help lists what can be"
        " done without one."
    ),
    "signature.broken": N_(
        "A signature in {file} no longer holds; do not sign it, ask for the original."
    ),
    "signature.no_place": N_("{file} has no free place for another signature."),
    "signature.not_permitted": N_(
        "{file} does not permit another signature; sign the document that was exported."
    ),
    "source.cited": one_many(
        "The source is cited in {n} place and cannot be removed.",
        "The source is cited in {n} places and cannot be removed.",
    ),
    "state.unknown": N_(
        "{state} is no State's code; write three letters of ISO 3166, such as KEN."
    ),
    "submission.no_data": N_("{file} holds no answers as data."),
    "submission.unplaced": N_(
        "This submission was entered in the chain, but {file} could not be put in its"
        " place, which is as it was. If the file is open in another program, close it"
        " there; then export again."
    ),
    "task.cancelled": N_("The work was cancelled; nothing was changed."),
    "text.forbidden_character": N_(
        "The text holds a character that cannot be stored ({character}); remove it."
    ),
    "text.too_long": N_(
        "The text has {length} characters; at most {limit} can be stored."
    ),
    "trust.unreadable": N_(
        "{file} holds no certificate in PEM or DER form; choose another file."
    ),
    "program.mistake": N_("The program made a mistake of its own."),
    "workspace.already_open": N_(
        "{file} is open already: {holder}, on the computer {machine}."
    ),
    "workspace.away_on_network": N_(
        "{file} lies on the network drive {share}: you work on a copy on this computer,"
        " which is put back whole."
    ),
    "workspace.away_synchronised": N_(
        "{file} lies in the folder {folder}, which is synchronised: you work on a copy"
        " on this computer, which is put back whole."
    ),
    "workspace.busy": N_(
        "Another program is writing to {file}; close it there, then try again."
    ),
    "workspace.damaged": N_(
        "{file} is damaged; it was left unchanged. Open a backup of it."
    ),
    "workspace.foreign": N_(
        "{file} is not a workspace of this program; it was left unchanged."
    ),
    "workspace.in_synchronised_folder": N_(
        "{file} lies in a folder that {folder} synchronises, where it could be damaged;"
        " copy it to a folder of this computer and open it there."
    ),
    "workspace.newer": N_(
        "{file} was made by a newer version of this program; it was left unchanged."
        " Install the newer version to open it."
    ),
    "workspace.not_found": N_("{file} was not found."),
    "workspace.on_network": N_(
        "{file} lies on the network drive {share}, where it could be damaged; copy it"
        " to a folder of this computer and open it there."
    ),
    "workspace.read_only": N_(
        "{file} can only be read, not changed; copy it to a folder in which you may"
        " write."
    ),
    "workspace.unreadable": N_(
        "{file} cannot be read; check that you may read it and that it is a file."
    ),
    "workspace.unwritable": N_(
        "{file} cannot be written; check that its disk is still connected and that you"
        " may write there."
    ),
}
