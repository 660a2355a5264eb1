"""Opening and making workspaces; from here on there is a desk."""

from __future__ import annotations

import getpass
import platform
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from uuid import uuid4

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.profile import Membership, StateProfile
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.questionnaire_data import (
    questionnaire_from_data,
    questionnaire_to_data,
)
from focalpoint_app.domain.review import PARTS, Review
from focalpoint_app.storage.ciphers.ciphering import new_key
from focalpoint_app.storage.ciphers.keyring import keyring
from focalpoint_app.storage.file.files import companions
from focalpoint_app.storage.file.held import Made
from focalpoint_app.storage.file.staying import Stay
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.consultation.markings import national_markings
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.shipped import questionnaire_of as questionnaire_of
from focalpoint_app.workflow.safekeeping.backing import before_migration
from focalpoint_app.workflow.safekeeping.following import take_up
from focalpoint_app.workflow.safekeeping.staying import (
    begun,
    begun_new,
    kept_or_left,
    readable,
    where_it_lies,
)


@dataclass(frozen=True, slots=True)
class NewReview:
    """What is asked before a review can begin; ``languages``: the first one leads.

    Without a ``passphrase`` the file can be read by anyone who has it.
    """

    state: str
    cluster: int = 1
    parts: tuple[str, ...] = PARTS
    languages: tuple[str, ...] = ("ar",)
    start: date | None = None
    memberships: dict[str, Membership] = field(default_factory=dict)
    author: Author | None = None
    profile: StateProfile | None = None
    passphrase: str = field(default="", repr=False)


def open_review(
    path: Path, *, writing: bool = True, review_id: str | None = None
) -> Desk:
    """Open the file's review; ``review_id`` chooses among several.

    Raises:
        AppError: ``workspace.*``, ``review.unknown``, ``review.which``,
            ``markings.unreadable``.
    """
    national_markings()
    if not writing:
        workspace = Workspace.open(readable(path), writing=False)
        return _chosen_desk(workspace, review_id, None)
    stay = begun(path, holder())
    with kept_or_left(stay):
        present = path if stay is None else stay.local
        hindered = before_migration(present)
        workspace = Workspace.open(present, writing=True, holder=holder())
    desk = _chosen_desk(workspace, review_id, stay)
    found = (hindered, take_up(workspace), None if stay is None else stay.notice)
    desk.notices = tuple(each for each in found if each is not None) or _told(path)
    return desk


def _told(path: Path) -> tuple[AppError, ...]:
    """Said where nothing weightier is, which it would cover."""
    lies = where_it_lies(path)
    return () if lies is None else (lies,)


def _chosen_desk(
    workspace: Workspace, review_id: str | None, stay: Stay | None
) -> Desk:
    with ExitStack() as unless_opened:
        if stay is not None:
            unless_opened.callback(stay.end, now())
        unless_opened.callback(workspace.close)
        workspace.stay = stay
        desk = _desk(workspace, _chosen(workspace.reviews(), review_id))
        unless_opened.pop_all()
    return desk


def new_review(path: Path, wanted: NewReview) -> Desk:
    """Make a workspace with one review in it; AppError ``file.exists``."""
    national_markings()
    questionnaire = questionnaire_of(wanted.cluster)
    profile = wanted.profile or StateProfile(wanted.state, wanted.memberships)
    key = new_key(wanted.passphrase) if wanted.passphrase else None
    stay = begun_new(path, holder())
    present = path if stay is None else stay.local
    with ExitStack() as unless_made:
        if stay is not None:
            unless_made.callback(stay.abandon)
        workspace = Workspace.begin(present, Made(profile, now(), key))
        unless_made.callback(discard, present)
        unless_made.callback(workspace.close)
        workspace.stay = stay
        desk = _begun(workspace, questionnaire, wanted)
        if stay is not None:
            workspace.put_back(stay, now())
        unless_made.pop_all()
    desk.notices = _told(path)
    return desk


def hold_keys() -> None:
    """What a worker unlocks stays unlocked: begin a keyring here for both."""
    keyring()


def discard(path: Path) -> None:
    """Take away a file that was only begun; on a full disk its companions too."""
    for each in (path, *companions(path)):
        each.unlink(missing_ok=True)


def account_author() -> Author:
    """Whoever this machine's account belongs to, until they say more."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):  # No account name in a bare service.
        name = platform.node()
    return Author(str(uuid4()), name)


def holder() -> str:
    """Who holds a file open, as others are told; the lock adds the machine."""
    return account_author().name


def _begun(
    workspace: Workspace, questionnaire: Questionnaire, wanted: NewReview
) -> Desk:
    author = wanted.author or account_author()
    workspace.save_author(author)
    workspace.set_current_author(author.id)
    review = _review(questionnaire, wanted)
    workspace.add_review(review, questionnaire_to_data(questionnaire))
    return _desk(workspace, review)


def _review(questionnaire: Questionnaire, wanted: NewReview) -> Review:
    return Review(
        id=str(uuid4()),
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        cluster=questionnaire.cluster,
        parts=tuple(part for part in PARTS if part in wanted.parts),
        languages=wanted.languages,
        start=wanted.start,
    )


def _chosen(reviews: tuple[Review, ...], wanted: str | None) -> Review:
    found = [review for review in reviews if wanted in (None, review.id)]
    if not found:
        raise AppError("review.unknown", review=wanted or "")
    if len(found) > 1:
        raise AppError("review.which", reviews=", ".join(each.id for each in found))
    return found[0]


def _desk(workspace: Workspace, review: Review) -> Desk:
    data = workspace.questionnaire_data(review.id)
    author = workspace.current_author() or account_author()
    return Desk(workspace, review, questionnaire_from_data(data), author)
