"""The sample review in Arabic: made once in a run, copied for whoever asks."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.review.sample import sample_review
from tests.shared import made_by_one


def sample_desk(path: Path) -> Desk:
    """A copy at ``path``: making one takes three seconds, opening a tenth of one."""
    path.write_bytes(_made_once())
    return open_review(path)


@cache
def _made_once() -> bytes:
    return made_by_one("sample.focalpoint", _made)


def _made() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "once.focalpoint"
        sample_review(path, "ar").close()
        return path.read_bytes()
