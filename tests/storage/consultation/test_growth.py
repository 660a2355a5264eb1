"""What one more reply costs does not grow with the replies that came before."""

from __future__ import annotations

from dataclasses import replace

from focalpoint_app.storage import Workspace
from focalpoint_app.storage.consultation.replies import PreparedReply, prepared
from tests.storage.consultation_samples import GIVEN, RECEIPT, asked

PAGE = 4096
QUESTIONS = tuple(f"untoc.{number}.narrative" for number in range(150))


def long_reply(number: int) -> PreparedReply:
    receipt = replace(RECEIPT, id=f"{number:04}-{'reply' * 6}")
    given = [
        replace(GIVEN, id=f"{receipt.id}/{each}", reply=receipt.id, question=each)
        for each in QUESTIONS
    ]
    return prepared(receipt, given, None)


def pages_written(workspace: Workspace, number: int) -> int:
    log = workspace.path.with_name(f"{workspace.path.name}-wal")
    before = log.stat().st_size
    workspace.add_reply(long_reply(number))
    return (log.stat().st_size - before) // PAGE


def test_the_fiftieth_reply_writes_as_few_pages_as_the_tenth(
    workspace: Workspace,
) -> None:
    asked(workspace)
    written = [pages_written(workspace, number) for number in range(50)]
    assert max(written[40:]) < 1.5 * max(written[5:15])
