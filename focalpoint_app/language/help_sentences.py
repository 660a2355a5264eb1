"""What the command line says of itself with ``-h``, verb by verb."""

from collections.abc import Mapping
from typing import Final

from focalpoint_app.language.markers import N_

VERB_HELP: Final[Mapping[str, str]] = {
    "": N_("Answer the questionnaires of the UNTOC Review Mechanism, offline."),
    "new": N_("Make a workspace with one review, encrypted if wanted."),
    "sample": N_("Make the fictional State XAA's filled review."),
    "forms": N_("List the questionnaires."),
    "forms show": N_("Show a questionnaire's questions."),
    "answers": N_("Take answers out, or in."),
    "answers export": N_("Write answers JSON."),
    "answers import": N_("Take answers JSON in: all of it, or nothing."),
    "check": N_("Say what still stands between the review and its clearance."),
    "draft": N_("Write a PDF with DRAFT across each page, unsigned."),
    "submit": N_("Clear, export, and sign where a key is given."),
    "print": N_(
        "Write a blank questionnaire, an article, sources, assistance, the register."
    ),
    "letterhead": N_("Set what every document is printed on, or show it."),
    "sign": N_("Add the next signature."),
    "verify": N_("Say whether the file is what was signed."),
    "match": N_("Say whether a scanned, hand-signed page belongs to a submission."),
    "extract": N_("Take out the data inside a submission, byte for byte."),
    "trust": N_("Keep the certificates whose signers you know."),
    "trust list": N_("List them."),
    "trust add": N_("Add an authority or a signer (PEM or DER)."),
    "trust remove": N_(
        "Remove the one with this fingerprint, or with these first digits of it."
    ),
    "backup": N_("Write a complete copy, also while the window holds the file."),
    "restore": N_("Show what differs, then put a backup in a workspace's place."),
    "doctor": N_("Look the file over, or save what can be read of it."),
    "expunge": N_(
        "Take a passage out for good; it is asked for, or read from standard input."
    ),
    "passphrase": N_(
        "Set, change or remove a passphrase; or a new one by the recovery sheet."
    ),
    "recovery": N_("Write the recovery sheet, or try its two halves on the file."),
    "stakeholders": N_(
        "List who may be asked; add one, take a list in, write it as CSV."
    ),
    "request": N_(
        "Write a stakeholder's questions as a Word form, an Excel sheet or a packet."
    ),
    "reply": N_("Answer a packet with answers JSON: the contributor's side."),
    "receive": N_("Take replies in, whatever files they are."),
    "contributions": N_(
        "List what was contributed to each question, or write the record of it all."
    ),
    "reconcile": N_(
        "Take in what another copy of the file holds; list what is to be settled."
    ),
    "publish": N_(
        "Clear, and write the public edition, proved free of restricted text."
    ),
}
"""By the words that call the verb; the program itself has none."""

OPTION_HELP: Final[Mapping[str, str]] = {
    "--state": N_("three letters of ISO 3166, such as KEN"),
    "--cluster": N_("number of the questionnaire"),
    "new --language": N_("language of the answers"),
    "sample --language": N_("language of the answers"),
    "--language": N_("language of the document"),
    "--party": N_("instruments in force for the State"),
    "--start": N_("day on which the review began"),
    "--encrypt": N_("ask for a passphrase and encrypt with it"),
    "--json": N_("print JSON and nothing else"),
    "-o": N_("file to write"),
    "--review": N_("which review, where the workspace holds several"),
    "--by": N_("who answers: Name; role; institution"),
    "--beside": N_("second language, in a column of its own"),
    "--record": N_("with the consultation record"),
    "verify --record": N_("PDF of the verdict, to print and put on file"),
    "contributions --record": N_("PDF of the consultation record"),
    "expunge --record": N_("PDF that says who decided what"),
    "--p12": N_("certificate file with its key"),
    "--token": N_("PKCS#11 module of a card or token"),
    "--token-label": N_("which token or holder, where there are several"),
    "--timestamp": N_("address of a time-stamp authority"),
    "--edition": N_("for the reviewing States, or public"),
    "--questionnaire": N_("which questionnaire, where no review is named"),
    "--article": N_("article to write"),
    "--part": N_("only these instruments"),
    "--line": N_("line of the letterhead; may be repeated"),
    "--picture": N_("PNG or JPEG of the letterhead"),
    "--marking": N_("national marking on each page"),
    "--clear": N_("take letterhead and marking away"),
    "--trust": N_("certificate of a known signer or authority; may be repeated"),
    "--yes": N_("do it without asking"),
    "--repair": N_("new file for what can be read"),
    "--question": N_("look in this question alone"),
    "--reason": N_("why; it is kept"),
    "--contributions": N_("also in what contributors sent"),
    "--clearances": N_("also in clearances, which are void then"),
    "--renew-backups": N_("delete the backups that hold it and make a new one"),
    "--set": N_("encrypt with a first passphrase"),
    "--change": N_("set another passphrase"),
    "--remove": N_("take the passphrase away"),
    "--recover": N_("set a new one with both halves of the recovery sheet"),
    "--test": N_("try both halves, typed back"),
    "--add": N_("add this institution"),
    "--category": N_("kind of institution"),
    "--csv": N_("take in this list"),
    "--to": N_("institution that is asked"),
    "--questions": N_("which questions, such as untoc.5.*"),
    "--as": N_("kind of file"),
    "--due": N_("day by which the reply is due"),
    "--plain": N_("lock neither packet nor reply"),
    "--draft": N_("show the answer so far"),
}
"""By the option's name, behind the verb's where it means something else there."""

HELP_WORDS: Final = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("Show this message and exit."),
)
"""click's own, which it says in English."""
