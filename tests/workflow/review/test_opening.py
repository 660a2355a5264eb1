"""A workspace that could not be begun is not left behind half made."""

import subprocess
from pathlib import Path

import pytest

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.review import Review
from focalpoint_app.workflow.review.opening import NewReview, new_review, open_review
from focalpoint_app.workflow.review.sample import sample_review
from tests.sample import sample_desk


def test_a_new_review_opens_again_as_it_was_made(tmp_path: Path) -> None:
    path = tmp_path / "ken.focalpoint"
    made = new_review(path, NewReview("KEN", parts=("tip",), languages=("en", "ar")))
    made.close()

    desk = open_review(path)

    assert desk.profile.state == "KEN"
    assert desk.review.parts == ("tip",)
    assert desk.review.languages == ("en", "ar")
    assert not desk.is_visible("untoc.5.1.a.i")
    desk.close()


def test_nothing_is_left_of_what_could_not_be_begun(tmp_path: Path) -> None:
    path = tmp_path / "ken.focalpoint"

    with pytest.raises(AppError, match=r"form\.unknown"):
        new_review(path, NewReview("KEN", cluster=9))

    assert list(tmp_path.iterdir()) == []


def test_an_unknown_review_leaves_the_file_closed(tmp_path: Path) -> None:
    path = tmp_path / "ken.focalpoint"
    new_review(path, NewReview("KEN")).close()

    with pytest.raises(AppError, match=r"review\.unknown"):
        open_review(path, review_id="none")

    assert [each.name for each in tmp_path.iterdir()] == ["ken.focalpoint"]


def test_several_reviews_ask_which_one(tmp_path: Path) -> None:
    path = tmp_path / "ken.focalpoint"
    desk = new_review(path, NewReview("KEN"))
    data = desk.workspace.questionnaire_data(desk.review.id)
    second = Review("second", "cluster-1", "2026.1", 1, ("som",), ("ar",))
    desk.workspace.add_review(second, data)
    desk.close()

    with pytest.raises(AppError, match=r"review\.which"):
        open_review(path)
    chosen = open_review(path, review_id="second")
    assert chosen.review == second
    chosen.close()


def test_the_sample_is_ready_and_speaks_two_languages(tmp_path: Path) -> None:
    desk = sample_desk(tmp_path / "xaa.focalpoint")

    state = desk.readiness()

    assert state.ready
    assert state.answered == state.of > 120
    assert 5 <= len(state.problems) <= 30
    assert desk.review.languages == ("ar", "en")
    assert desk.undoable is None
    assert len(desk.sources) > 30
    desk.close()


def test_a_disk_that_fills_up_keeps_nothing_of_the_sample(tmp_path: Path) -> None:
    mount = ["mount", "-t", "tmpfs", "-o", "size=2500k", "tmpfs", str(tmp_path)]
    try:
        done = subprocess.run(mount, capture_output=True, check=False)
    except OSError:
        pytest.skip("no mount command")
    if done.returncode:
        pytest.skip("file systems may not be mounted here")
    try:
        with pytest.raises(AppError) as full:
            sample_review(tmp_path / "xaa.focalpoint", "ar")
        assert full.value.code == "disk.full"
        assert list(tmp_path.iterdir()) == []
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)
