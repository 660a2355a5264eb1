"""Three copies of one review, two of which the third takes in already joined."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from focalpoint_app.storage.repair.doctoring import examine
from focalpoint_app.workflow.safekeeping.reconciling import reconcile
from tests.workflow.conftest import SAMIR, made, reopened
from tests.workflow.consulting import QUESTION


def test_a_conflict_of_two_others_does_not_make_the_third_copy_unsound(
    tmp_path: Path,
) -> None:
    one, two, three = (tmp_path / f"{n}.focalpoint" for n in ("one", "two", "three"))
    with closing(made(one)) as desk:
        desk.choose(QUESTION, "no")
    for copy, said in ((two, "part"), (three, "yes")):
        shutil.copy(one, copy)
        with closing(reopened(copy)) as desk:
            desk.write_as(SAMIR)
            desk.choose(QUESTION, said)
    with closing(reopened(two)) as desk:
        assert len(reconcile(desk, three).cards) == 1
    with closing(reopened(one)) as desk:
        assert len(reconcile(desk, two).cards) == 1
    for copy in (one, two, three):
        assert examine(copy).problems == ()
