"""A packet opened to be answered: its questions in a file of the user's profile.

The packet may lie in a mail program's temporary folder, so it is copied there too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID, uuid5

from focalpoint_app.domain.asking import asking
from focalpoint_app.domain.assembly import value_fields
from focalpoint_app.domain.author import Author
from focalpoint_app.domain.consultation import Entry, Request
from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.profile import StateProfile
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.domain.questionnaire_data import questionnaire_to_data
from focalpoint_app.domain.review import Review
from focalpoint_app.exchange.answer_entry import patch_of
from focalpoint_app.exchange.packets.locking import Opener, asks_passphrase
from focalpoint_app.exchange.packets.requests import SUFFIX, Packet, open_packet
from focalpoint_app.exchange.request_digest import request_digest
from focalpoint_app.language.states import state_name
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.platform.places import answering_folder
from focalpoint_app.storage.ciphers.ciphering import new_key
from focalpoint_app.storage.file.held import Made
from focalpoint_app.storage.workspace import Workspace
from focalpoint_app.workflow.consultation.contributor_key import opening_key
from focalpoint_app.workflow.consultation.packet_form import form_of
from focalpoint_app.workflow.consultation.reply_files import file_content
from focalpoint_app.workflow.review.answering import now
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import (
    account_author,
    discard,
    holder,
    open_review,
)

_OURS = UUID("0f5d2f0e-6f5c-4c39-9a86-5a9c1f0f5b77")
_ANSWERS, _BEGUN = (f"{name}.focalpoint" for name in ("answers", "begun"))
PACKET_SUFFIX = SUFFIX


@dataclass(frozen=True, slots=True)
class Errand:
    """``packet`` with what it asks; ``source`` is our copy of its file, ``answers``
    the workspace in which it is answered, under the passphrase of the packet.
    """

    packet: Packet
    source: Path
    answers: Path
    passphrase: str = field(default="", repr=False)

    @property
    def request(self) -> Request:
        return self.packet.request

    def desk(self) -> Desk:
        """To be called by the thread that will work there.

        Raises:
            AppError: ``workspace.*``.
        """
        with asking(lambda _path: (self.passphrase,)):
            return open_review(self.answers)


def is_packet(path: Path) -> bool:
    """By its name: what is in it is told when it is opened."""
    return path.suffix.lower() == SUFFIX


def asks_for_passphrase(path: Path) -> bool:
    """
    Raises:
        AppError: ``file.*``, ``reply.too_large``.
    """
    return asks_passphrase(file_content(path))


def errand_of(path: Path, passphrase: str | None = None) -> Errand:
    """Open a packet and make ready what is needed to answer it, once.

    Long work where there is a passphrase.  The same packet opened again goes on
    where it was left.

    Raises:
        AppError: ``file.*``, ``packet.*``, ``reply.*``, ``workspace.*``, ``disk.full``.
    """
    content = file_content(path)
    identities = () if asks_passphrase(content) else (opening_key().identity,)
    packet = open_packet(content, Opener(passphrase, identities))
    form = form_of(packet.request)
    folder = answering_folder() / request_digest(packet.request)[:32]
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = folder / path.name
    if not kept.exists() or kept.read_bytes() != content:
        publish(content, kept)
    answers = folder / _ANSWERS
    word = passphrase if passphrase and asks_passphrase(content) else ""
    if not answers.exists():
        _begin(answers, packet.request, form, word)
    return Errand(packet, kept, answers, word)


def _begin(
    answers: Path, request: Request, form: Questionnaire, passphrase: str
) -> None:
    """Whole or not there: cut in the middle, the next opening begins anew."""
    begun = answers.with_name(_BEGUN)
    discard(begun)
    key = new_key(passphrase) if passphrase else None
    first = Made(StateProfile(request.state), now(), key)
    workspace = Workspace.begin(begun, first, holder())
    try:
        desk = _asked(workspace, request, form)
        _take_drafts(desk, request)
        _hand_over(desk)
    finally:
        workspace.close()
    begun.replace(answers)


def _asked(workspace: Workspace, request: Request, form: Questionnaire) -> Desk:
    """The office that asks is the author of what it sent along."""
    name = state_name(request.state, request.language)
    asking = Author(str(uuid5(_OURS, request.state)), name)
    workspace.save_author(asking)
    workspace.set_current_author(asking.id)
    review = Review(
        id=str(uuid5(_OURS, request_digest(request))),
        questionnaire=form.id,
        version=form.version,
        cluster=form.cluster,
        parts=tuple(part.id for part in form.parts),
        languages=(request.language,),
    )
    workspace.add_review(review, questionnaire_to_data(form))
    return Desk(workspace, review, form, asking)


def _take_drafts(desk: Desk, request: Request) -> None:
    """The national answers so far, to go on from; nothing that could be undone."""
    contents = dict(_draft_fields(desk, request))
    if contents:
        desk.book.put("import", contents, desk.author.id)
        desk.seal()
        desk.workspace.forget_steps(desk.review.id)


def _draft_fields(desk: Desk, request: Request) -> Iterator[tuple[FieldKey, Content]]:
    for asked in request.questions:
        if asked.draft is not None:
            yield from _fields(desk, asked.id, asked.draft)


def _fields(
    desk: Desk, question: str, draft: Entry
) -> Iterator[tuple[FieldKey, Content]]:
    asked = desk.questionnaire.questions[question]
    try:
        patch = patch_of(asked, {"value": draft.get("value")}, ())
    except AppError as exc:
        raise AppError("packet.damaged") from exc
    yield from value_fields(question, patch.value)


def _hand_over(desk: Desk) -> None:
    """From here on the contributor writes."""
    own = account_author()
    desk.workspace.save_author(own)
    desk.workspace.set_current_author(own.id)
