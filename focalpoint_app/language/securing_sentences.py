"""What is said of passphrases, of the recovery sheet, and of files they open."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

SECURING_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "handing_over.unsaved": N_(
        "Some of what was typed is not saved yet, so no copy was written: make room on"
        " the disk, or restore or discard the texts that are offered above."
    ),
    "passphrase.empty": N_("Type a passphrase: an empty one protects nothing."),
    "passphrase.found_within_a_day": N_(
        "The passphrase is weak: whoever has the file and a program that guesses finds"
        " it within a day. Take four words that have nothing to do with each other, or"
        " twenty random digits."
    ),
    "passphrase.found_within_a_year": N_(
        "The passphrase is not strong: whoever has the file and many computers finds it"
        " within a year. Add a word or two that have nothing to do with the others."
    ),
    "passphrase.missing": N_(
        "Nobody is there to type it, so it must be given in {variable}."
    ),
    "passphrase.not_the_present_one": N_(
        "This is not the file's present passphrase; nothing was changed."
    ),
    "passphrase.unsaved": N_(
        "Some of what was typed is not saved yet, so the passphrase stays as it is:"
        " make room on the disk, or restore or discard the texts that are offered"
        " above."
    ),
    "passphrase.unlike": N_("The two entries differ; nothing was changed."),
    "recovery.length": N_(
        "A half has {wanted} digits in eight rows; these are {found}. Look for a row"
        " that is missing or typed twice."
    ),
    "recovery.mistyped": N_(
        "The digits do not fit together: perhaps two rows were exchanged. Compare them"
        " with the sheet."
    ),
    "recovery.other_file": N_(
        "This sheet does not open the file: it was made for another file, or the"
        " passphrase was changed after it was made."
    ),
    "recovery.row": N_("Row {row} holds a wrong digit; compare it with the sheet."),
    "recovery.same_half": N_(
        "Both are half {half}; the other half is needed too, from its keeper."
    ),
    "recovery.two_sheets": N_(
        "The two halves are of different sheets; their marks must be the same."
    ),
    "workspace.encrypted_already": N_(
        "{file} has a passphrase already; change it or remove it."
    ),
    "rescue.stays": N_(
        "{path} could not be deleted: another program has it open, or its folder may"
        " only be read. It is tried again at the next start."
    ),
    "rescue.unread": N_(
        "A text that could not be saved last time lies in {path} and cannot be read"
        " now; it stays there. Close what has it open, then start the program again."
    ),
    "workspace.locked": N_("{file} is protected by a passphrase, and none was given."),
    "workspace.locked_meanwhile": N_(
        "{file} was locked while this was being done, so it was ended. What was done"
        " before is whole; do it again."
    ),
    "workspace.not_encrypted": N_("{file} has no passphrase."),
    "workspace.wrong_passphrase": N_(
        "Either the passphrase is wrong or {file} is damaged; the file was left"
        " unchanged. Type the passphrase again; if it is surely right, open a backup."
    ),
}
