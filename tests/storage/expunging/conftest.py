"""The name in every place that it can get to."""

from __future__ import annotations

from pathlib import Path

import pytest

from focalpoint_app.domain.content import Step
from focalpoint_app.domain.note import Note
from focalpoint_app.storage import Workspace
from tests.storage.expunging.witnesses import NAME, ROW, TOLD, cleared
from tests.storage.samples import (
    AT,
    CHOICE,
    LAYLA,
    NARRATIVE,
    change,
    new_workspace,
    text,
)
from tests.storage.test_evidences import clearance


@pytest.fixture
def told(path: Path) -> Workspace:
    """The name in every place that it can get to."""
    workspace = new_workspace(path)
    changes = (change(NARRATIVE, text(TOLD)), change(ROW, {"cells": {"a": NAME}}))
    step = Step("s", "typing", "untoc.5.1.narrative", changes)
    workspace.save("r1", changes, LAYLA.id, AT, step)
    workspace.save("r1", [change(CHOICE, "yes")], LAYLA.id, AT)
    workspace.seal("r1", None, AT)
    workspace.save("r1", [change(NARRATIVE, text(f"{TOLD} بعد"))], LAYLA.id, AT)
    workspace.add_note("r1", Note("n1", "untoc.5.1", LAYLA.id, AT, f"اسألوا {NAME}"))
    workspace.add_clearance(clearance(1, cleared(TOLD)))
    workspace.add_clearance(clearance(2, cleared("لا أحد")))
    return workspace
