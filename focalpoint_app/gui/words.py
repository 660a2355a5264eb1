"""The program's words for states, levels and roles, as the window says them."""

from focalpoint_app.domain.answer import AnswerState, Confidentiality
from focalpoint_app.domain.facts import Standing
from focalpoint_app.domain.questionnaire import (
    CLOSING,
    Article,
    Obligation,
    Question,
    Role,
)
from focalpoint_app.gui.texts import beginning, in_language
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.markers import N_
from focalpoint_app.language.provisions import short_provision, written_provision

BEGINNING = 48
"""Letters of a question's text that stand for it."""

STANDINGS = {
    Standing.OPEN: N_("not answered"),
    Standing.ANSWERED: N_("answered"),
    Standing.IN_PART: N_("in part"),
    Standing.NO: N_("answered no"),
    Standing.SKIPPED: N_("skipped with a reason"),
}
OBLIGATIONS = {
    Obligation.MANDATORY: N_("mandatory"),
    Obligation.CONSIDER: N_("shall consider"),
    Obligation.OPTIONAL: N_("optional"),
}
_ONE_OF_THESE = N_("one of these is mandatory")
STATES = {
    AnswerState.DRAFT: N_("Draft"),
    AnswerState.FOR_REVIEW: N_("For review"),
    AnswerState.AGREED: N_("Agreed"),
}
AUDIENCES = {
    Confidentiality.NATIONAL: N_("National use only"),
    Confidentiality.REVIEWING: N_("Reviewing States"),
    Confidentiality.PUBLIC: N_("Public"),
}
ROLES = {
    Role.NARRATIVE: N_("Narrative"),
    Role.EXPLANATION: N_("Explanation"),
    Role.CASES: N_("Cases"),
    Role.FIGURES: N_("Figures"),
    Role.FOLLOW_UP: N_("Follow-up question"),
    Role.DIFFICULTIES: N_("Difficulties"),
    Role.ASSISTANCE_NEEDED: N_("Technical assistance needed"),
    Role.ASSISTANCE_RECEIVED: N_("Technical assistance received"),
    Role.PRACTICES: N_("Good practices"),
}
STEPS = {
    "typing": N_("typing"),
    "choice": N_("choosing an answer"),
    "row": N_("a change in a table"),
    "empty": N_("clearing the answer"),
    "cite": N_("citing a source"),
    "skip": N_("skipping"),
    "confidentiality": N_("who may read the answer"),
    "state": N_("the answer's state"),
    "import": N_("the import"),
    "restore": N_("restoring an earlier text"),
    "receive": N_("receiving replies"),
    "insert": N_("inserting a contribution"),
    "merge": N_("merging a contribution"),
    "marking": N_("the answer's marking"),
    "reconcile": N_("reconciling two files"),
    "judge": N_("the standing of a reply"),
    "mark": N_("the marking of a contribution"),
    "note": N_("noting a contribution"),
    "ask": N_("asking again"),
    "withdraw": N_("withdrawing a request"),
    "take_back": N_("taking replies back"),
}


def obligation_words(question: Question, tr: Catalogue) -> str:
    """How it binds, as its badge says it."""
    if question.is_alternative:
        return tr(_ONE_OF_THESE)
    return tr(OBLIGATIONS[question.obligation])


def question_name(question: Question, tr: Catalogue) -> str:
    """The provision in full; a closing question goes by its role or first words."""
    if question.provision:
        return written_provision(question.provision, tr.language, digits=tr.digits)
    if question.role in ROLES:
        return tr(ROLES[question.role])
    return beginning(in_language(question.text, tr.language), BEGINNING)


def question_row(question: Question, tr: Catalogue) -> str:
    """Short, for the contents: ``5 (1) (a)``, or its role."""
    if question.provision:
        return short_provision(question.provision, tr.language, digits=tr.digits)
    return question_name(question, tr)


def article_name(article: Article, tr: Catalogue) -> str:
    title = in_language(article.title, tr.language)
    if article.id == CLOSING:
        return title
    number = written_provision(article.id, tr.language, digits=tr.digits)
    return f"{number} · {title}"
