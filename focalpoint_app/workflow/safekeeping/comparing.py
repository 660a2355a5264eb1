"""What would change if a backup took a workspace's place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from focalpoint_app.domain.content import Content, FieldKey
from focalpoint_app.domain.difference import Difference, Fate, Subject
from focalpoint_app.domain.paper import PaperKind
from focalpoint_app.storage.workspace import Workspace

T = TypeVar("T")


def differences(present: Workspace, backup: Workspace) -> tuple[Difference, ...]:
    """What is ``present`` and would be gone, come back or be other; in order."""
    reviews = {each.id: None for each in (*present.reviews(), *backup.reviews())}
    found = {
        each
        for subject, read in _SHARED.items()
        for each in _of(subject, read(present), read(backup))
    }
    for review in reviews:
        found.update(_answers(present, backup, review))
        for subject, read in _KEPT.items():
            found.update(_of(subject, read(present, review), read(backup, review)))
    order = {each: place for place, each in enumerate((*Fate, *Subject))}
    return tuple(sorted(found, key=lambda d: (order[d.fate], order[d.subject], d.name)))


def _answers(
    present: Workspace, backup: Workspace, review: str
) -> Iterator[Difference]:
    """History alone differs where the answer is the same and was reached otherwise."""
    now, then = (
        _by_question(present.fields(review)),
        _by_question(backup.fields(review)),
    )
    answers = tuple(_of(Subject.ANSWER, now, then))
    yield from answers
    named = {each.name for each in answers}
    heads, before = _heads(present, review), _heads(backup, review)
    for each in _of(Subject.HISTORY, heads, before):
        if each.name not in named:
            yield each


def _of(
    subject: Subject, present: Mapping[str, T], backup: Mapping[str, T]
) -> Iterator[Difference]:
    for name in present.keys() | backup.keys():
        if name not in backup:
            yield Difference(Fate.GONE, subject, name)
        elif name not in present:
            yield Difference(Fate.RETURNS, subject, name)
        elif present[name] != backup[name]:
            yield Difference(Fate.OTHER, subject, name)


def _by_question(
    contents: Mapping[FieldKey, Content],
) -> dict[str, dict[FieldKey, Content]]:
    found: dict[str, dict[FieldKey, Content]] = {}
    for key, content in contents.items():
        found.setdefault(key.question, {})[key] = content
    return found


def _heads(workspace: Workspace, review: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for key, digest in workspace.heads(review).items():
        found[key.question] = found.get(key.question, frozenset()) | {digest}
    return found


def _sources(workspace: Workspace) -> dict[str, object]:
    return {source.id: source for source in workspace.sources()}


def _clearances(workspace: Workspace, review: str) -> dict[str, object]:
    return {
        f"{each.number} ({each.digest[:12]})": each.digest
        for each in workspace.clearances(review)
    }


def _replies(workspace: Workspace, review: str) -> dict[str, object]:
    """Many a reply comes in a file of the same name."""
    return {
        f"{each.file} ({each.id[:8]})".strip(): each
        for each in workspace.receipts(review)
    }


def _scans(workspace: Workspace, review: str) -> dict[str, object]:
    return {
        f"{each.name} ({each.id[:8]})": each
        for clearance in workspace.clearances(review)
        for each in workspace.evidence(clearance.id)
    }


def _institutions(workspace: Workspace) -> dict[str, object]:
    return {each.name: each for each in workspace.stakeholders()}


def _rounds(workspace: Workspace, review: str) -> dict[str, object]:
    return {f"{each.name} ({each.id[:8]})": each for each in workspace.rounds(review)}


def _requests(workspace: Workspace, review: str) -> dict[str, object]:
    names = {each.id: each.name for each in workspace.stakeholders()}
    return {
        f"{names.get(sent.request.stakeholder, '')} ({sent.request.id[:8]})": sent
        for sent in workspace.requests(review)
    }


def _profile(workspace: Workspace) -> dict[str, object]:
    return {"": workspace.profile()}


def _papers(workspace: Workspace) -> dict[str, object]:
    return {
        "": (workspace.letterhead(), workspace.sign_off(), workspace.marking()),
    }


def _records(workspace: Workspace, review: str) -> dict[str, object]:
    contributions = {each.id: each for each in workspace.contributions(review)}
    said = workspace.acts(review), workspace.uses(review), workspace.cards(review)
    asked = workspace.withdrawals(review), workspace.reminders(review)
    papers = [workspace.papers(review, kind) for kind in PaperKind]
    return {"": (contributions, *said, *asked, papers, workspace.signers(review))}


def _notes(workspace: Workspace, review: str) -> dict[str, object]:
    """By question: each note's words."""
    found: dict[str, object] = {}
    for note in workspace.notes(review):
        found[note.question] = (found.get(note.question), note.id, note.text)
    return found


_KEPT = {
    Subject.CLEARANCE: _clearances,
    Subject.REPLY: _replies,
    Subject.NOTE: _notes,
    Subject.SCAN: _scans,
    Subject.ROUND: _rounds,
    Subject.REQUEST: _requests,
    Subject.RECORD: _records,
}
_SHARED = {
    Subject.SOURCE: _sources,
    Subject.INSTITUTION: _institutions,
    Subject.PROFILE: _profile,
    Subject.PAPER: _papers,
}
