"""What is told of cards and tokens that sign, and of scans of signed pages."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

SIGNING_SENTENCES: Mapping[str, str] = {
    "command.one_of": N_("Give exactly one of {names}; see --help."),
    "scan.damaged": N_("{file} is damaged and shows no picture; scan the page again."),
    "scan.too_costly": N_(
        "{file} asks for more time or memory than a scanned page needs; scan the page"
        " again, as a picture (PNG or JPEG)."
    ),
    "scan.too_large": N_(
        "{file} is too large to be read; scan the page at 200 to 300 dots an inch."
    ),
    "scan.too_many_pages": N_(
        "{file} has more than {limit} pages; scan the sign-off page alone."
    ),
    "scan.unknown_kind": N_(
        "{file} is no scan in PDF, PNG, JPEG or TIFF form; scan the page into one of"
        " these."
    ),
    "submission.foreign_data": N_(
        "The data inside {file} are not those of a submission made by this program."
    ),
    "trust.ambiguous": N_(
        "{fingerprint} fits more than one certificate; give more of its digits."
    ),
    "trust.expired": N_(
        "The certificate of {name} expired on {date}; nothing was added."
    ),
    "trust.unknown": N_(
        "No certificate with the fingerprint {fingerprint} is kept; focalpoint trust"
        " list shows those that are."
    ),
    "timestamp.address": N_(
        "{address} is no address of a time-stamp authority; write one that begins with"
        " http:// or https://."
    ),
    "timestamp.refused": N_(
        "{address} gave no time stamp, so nothing was signed. Ask whoever runs it, or"
        " sign without a time stamp."
    ),
    "timestamp.unreachable": N_(
        "{address} cannot be reached, so nothing was signed. Check the connection, or"
        " sign without a time stamp."
    ),
    "token.failed": N_(
        "The token {token} did not do what it was asked ({failure}); take it out, put"
        " it back and try again."
    ),
    "token.no_certificate": N_(
        "The token {token} holds no certificate with a private key that can sign; use"
        " another token or ask its issuer."
    ),
    "token.no_module": N_(
        "{file} is not a PKCS#11 module that runs on this computer; choose the one that"
        " came with your card or token."
    ),
    "token.none": N_("{file} sees no card or token; insert yours, then try again."),
    "token.pin_expired": N_(
        "The PIN of {token} has expired; change it with the program that came with the"
        " token."
    ),
    "token.pin_locked": N_(
        "The token {token} is locked after too many wrong PINs; its issuer can unlock"
        " it."
    ),
    "token.pin_missing": N_(
        "The token {token} wants its PIN; type it, or set FOCALPOINT_TOKEN_PIN."
    ),
    "token.pin_not_set": N_(
        "The token {token} has no PIN yet; set one with the program that came with it."
    ),
    "token.removed": N_(
        "The token {token} is no longer there; insert it again. Nothing was signed."
    ),
    "token.unknown_label": N_(
        "There is no token or holder named {label}; found were: {list}."
    ),
    "token.which": N_(
        "More than one token or holder can sign: {list}; name one with --token-label."
    ),
    "token.wrong_pin": N_(
        "The PIN is wrong for {token}; check it before you try again, since a few wrong"
        " ones lock the token."
    ),
    "token.wrong_pin_final": N_(
        "The PIN is wrong for {token}, and one more wrong one locks the token; be sure"
        " of it, or ask the issuer first."
    ),
}
