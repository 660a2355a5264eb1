"""What there is to say of a request and of the letters that followed it."""

from __future__ import annotations

from focalpoint_app.gui.consultation.stages import STEPS, share_words
from focalpoint_app.gui.questionnaire.contributions.words import CARRIERS
from focalpoint_app.gui.texts import listed
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.dates import written_date, written_moment
from focalpoint_app.language.isolates import isolate
from focalpoint_app.language.stakeholder_words import ROUTES
from focalpoint_app.workflow.consultation.following import Followed
from focalpoint_app.workflow.consultation.letter_pages import (
    REGISTER_WORDS,
    register_facts,
)

Fact = tuple[str, str]


def request_facts(followed: Followed, tr: Catalogue) -> list[Fact]:
    """In the order in which one asks: when, as what, until when, how far."""
    sent, office = followed.sent, followed.stakeholder.addressee
    register, copies = sent.request.register, REGISTER_WORDS["copies"]
    facts = [
        (tr("Round"), followed.round.name),
        (tr("Addressee"), listed([office.office, office.holder], tr)),
        (tr("Channel of letters"), tr(ROUTES[followed.stakeholder.route])),
        (tr("Asked"), _asked(followed, tr)),
        (tr("Withdrawn"), _withdrawn(followed, tr)),
        (tr("Due on"), _date(sent.request.due, tr)),
        (tr("Answers"), share_words(followed.state, tr)),
        (tr("Drafts withheld"), tr.number(len(sent.withheld)) if sent.withheld else ""),
        *((name, isolate(value)) for name, value in register_facts(register, tr)),
        (tr(copies), listed(list(register.copies), tr)),
    ]
    return [fact for fact in facts if fact[1]]


def letter_facts(followed: Followed, tr: Catalogue) -> list[Fact]:
    """One a letter: what it was, when, under which number, and the date it set."""
    return [
        (
            tr(STEPS[each.step]),
            listed(
                [
                    written_moment(each.time.astimezone(), tr.language),
                    tr("No. {number}", number=each.register.outgoing)
                    if each.register.outgoing
                    else "",
                    tr("answers asked for by {date}", date=_date(each.until, tr))
                    if each.until
                    else "",
                ],
                tr,
            ),
        )
        for each in followed.reminders
    ]


def _asked(followed: Followed, tr: Catalogue) -> str:
    moment = written_moment(followed.sent.time.astimezone(), tr.language)
    return listed([moment, tr(CARRIERS[followed.sent.carrier])], tr)


def _withdrawn(followed: Followed, tr: Catalogue) -> str:
    """When and why; empty for one that stands."""
    gone = followed.withdrawal
    if gone is None:
        return ""
    moment = written_moment(gone.time.astimezone(), tr.language)
    return listed([moment, isolate(gone.reason)], tr)


def _date(text: str, tr: Catalogue) -> str:
    return written_date(text, tr.language, tr.digits) if text else ""
