"""What is said of backups, of a file that is looked over, and of its sealed past."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_, one_many

SAFEKEEPING_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "act.changed": N_(
        "A submission, a kept scan or an expunging was changed after it was written"
        " down ({subject})."
    ),
    "backup.not_made": N_(
        "No backup could be made in {folder}; your work goes on and is saved. Check"
        " that the disk is connected and has room, or choose another folder."
    ),
    "answer.damaged": N_(
        "{question}: what the file holds as this answer cannot be read. Look the file"
        " over, or open a backup."
    ),
    "backup.followed_now": N_(
        "Another passphrase had been set, but not everything had followed; now the"
        " backups and kept texts are under today's passphrase, too."
    ),
    "backup.under_former": N_(
        "These copies in {folder} could not follow today's passphrase and are as they"
        " were: {files}. Delete them if they are not needed."
    ),
    "chain.broken": N_("An entry of the chain does not fit its act ({subject})."),
    "chain.gap": N_("The chain is interrupted at entry {subject}."),
    "chain.missing": N_(
        "The chain names an act that is no longer in the file ({subject})."
    ),
    "chain.unlogged": N_("The chain does not know a sealed act ({subject})."),
    "clearance.changed": N_("A clearance was changed after it was made ({subject})."),
    "content.changed": N_(
        "{question}: the text of a revision was changed after it was sealed"
        " ({subject})."
    ),
    "clearance.damaged": N_(
        "Clearance {number} cannot be read any more. Look the file over, and clear the"
        " review anew."
    ),
    "clearance.void": N_(
        "Clearance {number} is void: a passage was expunged from it. Clear the review"
        " anew."
    ),
    "expunge.no_question": N_("The questionnaire has no question {question}."),
    "expunge.no_reason": N_(
        "Say why the passage is to be taken out; the reason stays in the record."
    ),
    "expunge.not_found": N_(
        "The passage was not found, so nothing was taken out. Copy it from the text"
        " itself, and look whether contributions and clearances are meant too."
    ),
    "expunge.reason_repeats": N_(
        "The reason repeats the passage and would keep what is to go; word it"
        " otherwise."
    ),
    "expunge.too_short": N_(
        "The passage is too short: with fewer than {letters} letters or digits it would"
        " be found in the middle of words."
    ),
    "field.missing": N_(
        "{question}: the history has an answer here that the file no longer shows."
    ),
    "field.no_revision": N_(
        "{question}: the revision that the answer was sealed as is missing."
    ),
    "field.unlike_sealed": N_(
        "{question}: the answer differs from what it was sealed as."
    ),
    "file.damaged": N_("Pages of the file are damaged."),
    "lost.act": N_("Lost: {subject} (question: {question})."),
    "lost.content": N_(
        "{question}: the text of a revision is damaged and was left out ({subject})."
    ),
    "lost.loose": one_many(
        "{n} row was read but could not be taken over, because what it belongs to is"
        " lost.",
        "{n} rows were read but could not be taken over, because what they belong to is"
        " lost.",
    ),
    "lost.newer": N_(
        "The file says that a newer version of this program made it: what only that"
        " version knows was left out."
    ),
    "lost.rows": one_many(
        "{n} row of damaged pages cannot be read.",
        "{n} rows of damaged pages cannot be read.",
    ),
    "receipt.changed": N_("A reply was changed after it was received ({subject})."),
    "refilled.field": N_("{question}: the answer is again what was last sealed of it."),
    "remade.profile": N_(
        "The State's profile is lost; {subject} was put in its place: write it anew."
    ),
    "remade.questionnaire": N_(
        "The questionnaire {subject} is damaged; the program's own was put in its"
        " place."
    ),
    "remade.review": N_(
        "What a review says of itself is lost; it was made anew from {subject}: check"
        " its instruments, languages and start."
    ),
    "renamed.author": N_(
        "The name of a writer is lost; what they wrote stands under {subject}."
    ),
    "repair.nothing": N_(
        "No review can be read from {file}; it was left as it is. Open a backup."
    ),
    "revision.changed": N_(
        "{question}: author, time or parents of a revision were changed ({subject})."
    ),
    "row.orphaned": N_("Rows of the table {subject} lead to nothing."),
    "scan.changed": N_("A kept scan is not the one that was kept ({subject})."),
    "scan.missing": N_("A kept scan is gone, and nobody removed it ({subject})."),
    "scan.unlogged": N_("The chain does not know a kept scan ({subject})."),
    "schema.differs": N_("The file's structure was changed: {subject}."),
    "workspace.strange": N_(
        "{path} holds instructions that this program did not write, so it was not"
        " opened; ask whoever sent it how it was made, or open a backup of it."
    ),
    "workspace.diverged": N_(
        "{file} was changed by somebody else while you worked on it, so it was not"
        " written over. What you wrote lies beside it, whole, as {other}: take it in"
        " with Reconcile."
    ),
    "workspace.not_put_back": N_(
        "{file} cannot be reached now. What you wrote is safe on this computer, and is"
        " put back when the file is next opened here; connect the drive for that."
    ),
    "workspace.replaced": N_(
        "{file} was moved, deleted or replaced by another program while it was open, so"
        " nothing more is saved in it. Close it here: all that was saved until then is"
        " put into a file of a similar name in the same folder."
    ),
    "workspace.put_aside": N_(
        "{file} was moved, deleted or replaced by another program while it was open."
        " All that was saved lies in the same folder, whole, as {other}: open that, or"
        " take it in with Reconcile."
    ),
    "workspace.log_aside": N_(
        "{file} was moved, deleted or replaced by another program while it was open,"
        " and there was no room to save it anew. What was written last lies in the same"
        " folder as {other}; keep it. Free some space, put the file that was moved"
        " beside it under that name without -wal, and open it: nothing is lost then."
    ),
    "use.changed": N_(
        "The record of how a contribution was used was changed ({subject})."
    ),
    "withdrawal.changed": N_(
        "The record of a withdrawn request was changed ({subject})."
    ),
    "backup.unlike": N_(
        "{file} could not be read back as it was written, so it was not kept; check the"
        " disk, and make the backup on another one."
    ),
}
