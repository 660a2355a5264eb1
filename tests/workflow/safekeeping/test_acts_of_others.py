"""Acts of expunging that somebody else wrote into a copy: refused, never followed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from focalpoint_app.domain.act import ActKind
from focalpoint_app.domain.errors import AppError
from focalpoint_app.storage.expunging.expunging import unguarded
from focalpoint_app.storage.log import chain
from focalpoint_app.storage.log.acts import read_acts
from focalpoint_app.storage.schema import acts
from focalpoint_app.workflow.safekeeping.reconciling import reconcile
from tests.storage.expunging.test_editions import changed as rewrite
from tests.workflow.conftest import reopened
from tests.workflow.safekeeping.test_expunged_returns import copies_of, note

FORGED = {
    "no reason": "json_remove(details, '$.reason')",
    "no places": "json_set(details, '$.places', 5)",
    "no map": "json_set(details, '$.left', json('[1]'))",
}


@pytest.mark.parametrize("how", FORGED)
def test_a_copy_whose_acts_were_written_by_others_is_refused(
    tmp_path: Path, how: str
) -> None:
    """Digest and chain fit what stands there: whoever can write may work them out."""
    one, two = copies_of(tmp_path, note)
    forged(one, FORGED[how])

    with closing(reopened(two)) as desk, pytest.raises(AppError) as caught:
        reconcile(desk, one)
    assert caught.value.code == "reconcile.broken"

    with closing(reopened(one)) as desk:  # Its own decisions were taken from it.
        assert reconcile(desk, two).expunged == 0
        found = {each.code for each in desk.workspace.verify_chain(desk.review.id)}
    assert found == {"act.changed"}


def forged(path: Path, details: str) -> None:
    rewrite(path, f"UPDATE acts SET details = {details} WHERE kind = 'expunged'")
    with (
        closing(reopened(path)) as desk,
        desk.workspace._database.writing() as connection,
        unguarded(connection),
    ):
        (act,) = read_acts(connection, desk.review.id, ActKind.EXPUNGED)
        mine = acts.c.id == act.id
        connection.execute(acts.update().where(mine).values(digest=act.digest))
        chain.restate(connection, desk.review.id, {act.id: act.digest})
