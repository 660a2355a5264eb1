"""What a contributor answered, as a reply packet bound to the request it answers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from focalpoint_app.domain.canonical import canonical_json
from focalpoint_app.domain.consultation import (
    Asked,
    Carrier,
    Entry,
    Flaw,
    Given,
    Reply,
    Request,
    Standing,
)
from focalpoint_app.domain.consultation_data import (
    register_from_data,
    respondent_from_data,
    trace_from_data,
)
from focalpoint_app.domain.errors import AppError, RefusedEntriesError
from focalpoint_app.exchange.answer_given import (
    Filled,
    FlawedAnswerError,
    Reading,
)
from focalpoint_app.exchange.kept import kept_texts, kept_traces
from focalpoint_app.exchange.packets.beside import beside_of, words_beside
from focalpoint_app.exchange.packets.container import (
    Binding,
    Contents,
    PacketKind,
    disclosed,
    enclosed,
)
from focalpoint_app.exchange.packets.keys import SigningKey
from focalpoint_app.exchange.packets.locking import (
    EMPTY_HANDED,
    Lock,
    Opener,
    locked,
    unlocked,
)
from focalpoint_app.exchange.packets.requests import Packet
from focalpoint_app.exchange.packets.schemas import REPLY, refuse_misshapen
from focalpoint_app.exchange.request_digest import request_digest
from focalpoint_app.exchange.source_entry import is_language

SUFFIX = ".freply"


def write_reply(
    packet: Packet, reply: Reply, signer: SigningKey, lock: Lock | None = None
) -> bytes:
    """A ``.freply``, locked as the packet asks unless ``lock`` says otherwise.

    ``reply.id`` is a UUID of the reply's own: sent again, it is the same reply.

    Raises:
        RefusedEntriesError: ``answers.refused``, with an error for each answer that
            could not be taken where it arrives.
    """
    refuse_wrong_answers(packet.request, reply.given)
    content = unlocked_reply(packet, reply, signer)
    return locked(content, packet.reply_lock if lock is None else lock)


def unlocked_reply(packet: Packet, reply: Reply, signer: SigningKey) -> bytes:
    """The signed packet, whatever its answers are worth."""
    request = packet.request
    binding = Binding(
        id=reply.id,
        kind=PacketKind.REPLY,
        review=request.review,
        round=request.round,
        recipient=request.stakeholder,
        request=request.id,
        digest=request_digest(request),
    )
    return enclosed(binding, _data(reply), signer)


def refuse_wrong_answers(request: Request, given: Iterable[Given]) -> None:
    """``answers.refused`` where a value is none that its question takes."""
    asked = {each.id: each for each in request.questions}
    errors = tuple(
        error
        for each in given
        if each.entry is not None
        and each.question in asked
        and (error := _error_of(request, asked[each.question], each.entry))
    )
    if errors:
        raise RefusedEntriesError("answers.refused", errors)


def _error_of(request: Request, asked: Asked, entry: Entry) -> AppError | None:
    value = json.loads(canonical_json(entry.get("value")))
    if value is None:
        return None
    if not _is_of_kind(asked.kind, value):
        return AppError("answers.wrong_value", question=asked.id, kind=asked.kind)
    try:
        reading = Reading(request.language, request.id, is_data=True)
        reading.entry(asked, _filled(value))
    except FlawedAnswerError as exc:
        return AppError(exc.flaw.code, **exc.flaw.context)
    return None


def open_reply(
    content: bytes, known: Mapping[str, Request], opener: Opener = EMPTY_HANDED
) -> Reply:
    """The reply, if it answers one of the ``known`` requests as it was sent.

    ``digest`` is of what it says and is bound to, not of the file: one that was
    locked twice is one reply.  Whether ``signer`` is who signed before is for the
    caller to say.

    Raises:
        AppError: ``packet.*``, ``reply.*``.
    """
    found = disclosed(unlocked(content, opener))
    if found.binding.kind is not PacketKind.REPLY:
        raise AppError("packet.not_a_reply")
    refuse_misshapen(found.entry, REPLY)
    request = _answered(found.binding, known)
    taking = _Taking(request, found)
    given = tuple(filter(None, map(taking.given, request.questions)))
    return Reply(
        id=found.binding.id,
        request=request.id,
        carrier=Carrier.PACKET,
        given=given,
        unassigned=kept_texts((*taking.texts(), *taking.left)),
        flaws=tuple(taking.flaws),
        respondent=respondent_from_data(found.entry["respondent"]),
        register=register_from_data(found.entry["register"]),
        standing=_standing(found.entry["standing"]),
        digest=found.digest,
        signer=found.signer,
    )


def _standing(said: str) -> Standing | None:
    return Standing(said) if said else None


def _answered(binding: Binding, known: Mapping[str, Request]) -> Request:
    request = known.get(binding.request)
    if request is None:
        raise AppError("reply.unknown_request", reference=binding.request)
    named = binding.review, binding.round, binding.recipient
    if named != (request.review, request.round, request.stakeholder):
        raise AppError("packet.mixed_up")
    if binding.digest != request_digest(request):
        raise AppError("packet.other_request")
    return request


def _data(reply: Reply) -> dict[str, Any]:
    return {
        "answers": {
            each.question: {
                "entry": each.entry,
                "traces": [asdict(trace) for trace in each.traces],
            }
            for each in reply.given
        },
        "unassigned": list(reply.unassigned),
        "respondent": asdict(reply.respondent),
        "register": asdict(reply.register),
        "standing": reply.standing.value if reply.standing else "",
    }


@dataclass(slots=True)
class _Taking:
    request: Request
    found: Contents
    flaws: list[Flaw] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def given(self, asked: Asked) -> Given | None:
        answer = self.found.entry["answers"].get(asked.id)
        if answer is None:
            return None
        traces = kept_traces(map(trace_from_data, answer["traces"]))
        entry = self._entry(asked, answer["entry"])
        return Given(asked.id, entry, traces) if entry or traces else None

    def _entry(self, asked: Asked, entry: Mapping[str, Any] | None) -> Any:
        if entry is None:
            return None
        value = entry.get("value")
        if value is not None and not _is_of_kind(asked.kind, value):
            raise AppError("packet.damaged")
        filled = Filled() if value is None else _filled(value)
        try:
            answer = self._reading.entry(asked, filled)
            beside = beside_of(asked, entry, self._tell(asked))
        except FlawedAnswerError as exc:
            self.flaws.append(exc.flaw)
            self.left += (filled.words, *words_beside(entry))
            return None
        return {**(answer or {}), **beside} or None

    @property
    def _reading(self) -> Reading:
        return Reading(self.request.language, self.found.binding.id, is_data=True)

    def _tell(self, asked: Asked) -> Callable[[AppError], None]:
        def tell(error: AppError) -> None:
            context = {name: str(value) for name, value in error.context.items()}
            self.flaws.append(Flaw(error.code, asked.id, context))

        return tell

    def texts(self) -> Iterator[str]:
        """What was unassigned from the start, and answers to what was not asked."""
        yield from self.found.entry["unassigned"]
        asked = {each.id for each in self.request.questions}
        for question, answer in self.found.entry["answers"].items():
            entry = answer["entry"]
            if question not in asked and entry:
                if entry.get("value") is not None:
                    yield _filled(entry["value"]).words
                yield from words_beside(entry)


def _filled(value: Any) -> Filled:
    """A value as a form would have brought it back."""
    if isinstance(value, str):
        return Filled(text=value)
    if isinstance(value, dict):
        return Filled(texts=value)
    if value and isinstance(value[0], dict):
        return Filled(rows=tuple(value))
    return Filled(chosen=tuple(value))


def _is_of_kind(kind: str, value: Any) -> bool:
    if kind == "text":
        return isinstance(value, dict) and all(map(is_language, value))
    if kind in ("choices", "table"):
        inner = str if kind == "choices" else dict
        return isinstance(value, list) and all(isinstance(v, inner) for v in value)
    return isinstance(value, str)
