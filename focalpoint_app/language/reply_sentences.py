"""What is told of replies, packets and lists of stakeholders that come in."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_, one_many

REPLY_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "letter.in_the_log": N_(
        "What was kept of the letter while it was worked at still lies in a file beside"
        " the workspace, because the disk did not answer; it goes when you close the"
        " workspace."
    ),
    "letter.is_a_form": N_(
        "The file is a form, a sheet or a packet; bring it in with the replies."
    ),
    "letter.nothing_assigned": N_(
        "No text of the letter is assigned to a question yet; select what answers one."
    ),
    "letter.official_unnamed": N_(
        "An official letter has a number and a signatory; write both, or choose another"
        " standing."
    ),
    "letter.outlook": N_(
        "This e-mail of Outlook's (.msg) holds its words in a form that cannot be read"
        " here. Open it in Outlook, choose Save As, then plain text (.txt) or web page"
        " (.html), and bring in the new file."
    ),
    "letter.unknown_kind": N_(
        "The file is no letter that can be read; e-mails (.eml, .msg), Word files"
        " (.docx), PDF files, pictures and plain texts can be."
    ),
    "letter.whose": N_("Choose the institution whose letter this is."),
    "mail.wrong_address": N_(
        "{address} is not an e-mail address; correct it in the list of stakeholders."
    ),
    "meeting.nothing_said": N_(
        "Nothing is noted of what was said yet; write under a question first."
    ),
    "packet.bad_signature": N_(
        "The packet was changed after it was signed; ask for it again."
    ),
    "packet.damaged": N_(
        "The packet is damaged or not complete; ask for it to be sent again."
    ),
    "packet.key_renewed": N_(
        "The file of your key was damaged, so a new key was made. Tell the office that"
        " asks you: your replies are signed with another key from now on."
    ),
    "packet.mixed_up": N_(
        "The reply was made for another request, round or institution than it names;"
        " ask the sender which packet it answers."
    ),
    "packet.newer": N_(
        "The packet was made by a newer version of this program; install that version."
    ),
    "packet.not_a_reply": N_(
        "This packet asks questions and holds no reply; open it, answer it and send"
        " back the reply file."
    ),
    "packet.not_a_request": N_(
        "This packet holds a reply and asks nothing; bring it in with the replies."
    ),
    "packet.other_key": N_(
        "{institution} signed this reply with another key than before. It was taken;"
        " ask whether it is theirs."
    ),
    "packet.other_request": N_(
        "The reply answers questions as they were not sent; send the packet once more"
        " and ask for a new reply."
    ),
    "packet.passphrase_missing": N_(
        "The packet is locked with a passphrase; type it, or set"
        " FOCALPOINT_PACKET_PASSPHRASE."
    ),
    "packet.too_costly": N_(
        "Opening the packet would take more memory than is allowed: it was locked anew"
        " by hand, as age -p does. Ask for the file as this program made it; the"
        " program locks packets and replies itself."
    ),
    "packet.wrong_key": N_(
        "The packet is locked for somebody else's key, or damaged; ask for one that is"
        " made for you."
    ),
    "packet.wrong_passphrase": N_(
        "The passphrase does not open the packet; type it again. If it is right, the"
        " packet is damaged."
    ),
    "packet.wrong_recipient": N_(
        "{recipient} is not a key that packets can be locked for; ask for it again."
    ),
    "reply.answered_twice": N_(
        "{question}: the question stands in the file twice, with two answers. Both were"
        " kept as unassigned text."
    ),
    "reply.damaged": N_(
        "The file is damaged or not complete; ask for it to be sent again."
    ),
    "reply.is_letter": N_(
        "The file is a letter, an e-mail or a scan: bring it in as a letter. A form"
        " that is attached to an e-mail is saved from it first."
    ),
    "reply.formula": N_(
        "{question}: the cell holds a formula; its last result was taken, check it."
    ),
    "reply.locked": N_(
        "The file is protected with a password; open it, remove the password, save it"
        " and bring it in again."
    ),
    "reply.macros": N_(
        "The file holds macros or active controls; ask for it as a plain Word document"
        " (.docx) or Excel workbook (.xlsx)."
    ),
    "reply.merged_cells": N_(
        "{question}: a cell for the answer was merged with one of another row, and only"
        " one text is left of them; ask what is meant here."
    ),
    "reply.no_reference": N_(
        "Nothing in the file says which request it answers; bring it in as a letter and"
        " assign its text to the questions."
    ),
    "reply.not_a_choice": N_(
        "{question}: {found} is not one of the answers to choose."
    ),
    "reply.no_result": N_(
        "{question}: a cell holds a formula without a result; ask for the figure"
        " itself."
    ),
    "reply.not_a_date": N_("{question}: {found} is not a date; write 2010-01-31."),
    "reply.not_a_number": N_("{question}: {found} is not a number; write digits only."),
    "reply.nothing_answered": N_(
        "Nothing is answered yet; answer at least one question before you return the"
        " reply."
    ),
    "reply.official_unnamed": N_(
        "An official reply names who signs it and the number of the letter; write both,"
        " or return the reply at working level."
    ),
    "reply.old_excel": N_(
        "This is the old Excel format (.xls). Open it in Excel, choose Save As, then"
        " Excel Workbook (.xlsx), and bring in the new file."
    ),
    "reply.old_word": N_(
        "This is the old Word format (.doc). Open it in Word, choose Save As, then Word"
        " Document (.docx), and bring in the new file."
    ),
    "reply.opendocument": N_(
        "This is an OpenDocument file. Open it, choose Save As, then Word (.docx) or"
        " Excel (.xlsx), and bring in the new file."
    ),
    "reply.over_limit": N_(
        "{question}: the text has {length} characters; at most {limit} are allowed. It"
        " was kept as unassigned text."
    ),
    "reply.overblown": N_(
        "The file unpacks to far more than a reply can hold; it was not opened."
    ),
    "reply.loose_picture": N_(
        "The file holds a picture or an inserted object outside every answer, which"
        " was not taken; look at the file itself."
    ),
    "reply.picture": N_(
        "{question}: the answer holds a picture or an inserted object, which was not"
        " taken; look at the file itself."
    ),
    "reply.anonymous_picture": N_(
        "The reply holds a picture or an inserted object, which might show who the"
        " anonymous contributor is. Put into words what it shows, take it out of the"
        " file, and bring the file again."
    ),
    "reply.request_withdrawn": N_(
        "The request that it answers was withdrawn on {date}. What it says was taken in"
        " as if it had come unasked."
    ),
    "reply.says_official": N_(
        "The reply says that it is official. It was taken at working level; judge it"
        " once you have seen the letter and its seal."
    ),
    "reply.spoiled_question": N_(
        "{question}: the text of the question was changed, so that the answer may be to"
        " another question. It was kept as unassigned text."
    ),
    "reply.too_large": N_(
        "The file is too large for a reply; at most {limit} megabytes are read."
    ),
    "reply.too_many_rows": N_(
        "{question}: the table has too many rows; at most {limit} are taken."
    ),
    "reply.two_numbers": N_(
        "{question}: in {found} the sign before the last three digits may part"
        " thousands or a fraction; ask which is meant."
    ),
    "reply.unread_part": N_(
        "The file has parts that this program does not read, as some converters put"
        " them in; the rest was taken. Open the file in Word, save it, and bring it in"
        " again."
    ),
    "reply.unknown_kind": N_(
        "The file is no Word form, no Excel sheet and no packet of this program."
    ),
    "reply.unknown_request": N_(
        "The file answers the request {reference}, which this review has not made."
    ),
    "reply.unsafe": N_(
        "The file is built as no reply is, as if to do harm; it was not opened."
    ),
    "reply.unstorable": N_("{question}: the text holds a character that has no place."),
    "stakeholder.columns_twice": N_(
        "Two columns of the list say the same: {column}; remove one of them."
    ),
    "stakeholder.no_names": N_(
        "The list has no column of institutions; its first row must name the columns."
    ),
    "stakeholder.not_text": N_(
        "The list cannot be read; save it as CSV UTF-8 and bring it in again."
    ),
    "stakeholder.refused": one_many(
        "The list was not taken in because of {n} mistake; nothing was changed.",
        "The list was not taken in because of {n} mistakes; nothing was changed.",
    ),
    "stakeholder.too_long": N_(
        "The list is too long; at most {limit} institutions are taken at once."
    ),
    "stakeholder.unknown_word": N_(
        "Line {line}: {found} is not known in the column {column}."
    ),
    "stakeholder.unnamed": N_("Line {line}: the institution has no name."),
}
