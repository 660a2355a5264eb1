"""What the window is told: what leaves, one PDF, its verdict, the kept lines."""

from pathlib import Path
from typing import Any

import pytest

from focalpoint_app.domain.answer import Confidentiality
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.sign_off import SignLine
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.submitting.keys import P12Key, TokenKey
from focalpoint_app.workflow.submitting.leaving import (
    Order,
    leaving,
    leaving_of,
    printed_digest,
)
from focalpoint_app.workflow.submitting.signing_lines import lines_of, save_lines
from focalpoint_app.workflow.submitting.submission import Watch
from focalpoint_app.workflow.submitting.submitting import (
    judged,
    signed_next,
    submitted,
    try_order,
)
from focalpoint_app.workflow.verbs.signing_verbs import SubmitOrder, submit
from tests.workflow.review.answered import answered

TR = Catalogue("en")
ASKED = "untoc.5.1.a.i"
INK = (SignLine("Expert", digital=False), SignLine("Focal point", digital=False))


@pytest.fixture
def ready(desk: Desk) -> Desk:
    answered(desk)
    return desk


@pytest.fixture
def key(tmp_path: Path) -> P12Key:
    path = tmp_path / "key.p12"
    path.write_bytes(demonstration_p12("سلمى", b"open"))
    return P12Key(path, b"open")


def order(
    desk: Desk, target: Path, key: P12Key | TokenKey | None, **rest: object
) -> Order:
    lines = lines_of(desk, Catalogue("ar"))
    wanted: dict[str, Any] = {"lines": lines, "key": key, **rest}
    return Order(target, "ar", Audience.REVIEWING, **wanted)


def test_what_leaves_is_counted_before_it_leaves(ready: Desk) -> None:
    found = leaving(ready, ready.review.parts, Audience.REVIEWING)
    held = [each for each in ready.answers.values() if each.counts]
    assert found.answers + sum(found.withheld.values()) == len(held)
    assert found.bytes > 100


def test_an_answer_for_national_use_stays_behind_and_is_told(ready: Desk) -> None:
    before = leaving(ready, ready.review.parts, Audience.REVIEWING)
    ready.set_confidentiality(ASKED, Confidentiality.NATIONAL)
    after = leaving(ready, ready.review.parts, Audience.REVIEWING)
    assert after.answers < before.answers
    assert after.withheld["confidential"] == before.answers - after.answers


def test_a_skipped_question_is_told_apart_from_a_confidential_one(ready: Desk) -> None:
    before = leaving(ready, ready.review.parts, Audience.REVIEWING)
    ready.skip(ASKED, "لا ينطبق")
    found = leaving(ready, ready.review.parts, Audience.REVIEWING)
    assert found.withheld["skipped"] == before.withheld.get("skipped", 0) + 1


def test_a_clearance_leaves_what_it_froze_whatever_changed_since(ready: Desk) -> None:
    clearance = clear(ready)
    before = leaving_of(clearance, Audience.REVIEWING)
    ready.choose(ASKED, None)
    assert leaving_of(clearance, Audience.REVIEWING) == before


def test_a_signed_submission_comes_back_with_its_verdict(
    ready: Desk, key: P12Key, tmp_path: Path
) -> None:
    wanted = order(ready, tmp_path / "out.pdf", key)
    done = submitted(ready.questionnaire, clear(ready), wanted, Watch())
    assert done.verdict is not None
    assert done.verdict.holds
    assert done.verdict.demonstration
    assert done.verdict.lines(TR)[0].startswith("Intact")


def test_without_a_key_there_is_a_file_and_no_verdict(
    ready: Desk, tmp_path: Path
) -> None:
    wanted = order(ready, tmp_path / "out.pdf", None, lines=INK)
    done = submitted(ready.questionnaire, clear(ready), wanted, Watch())
    assert done.verdict is None
    assert not judged(done.path).holds


def test_the_next_signature_is_added_and_judged(
    ready: Desk, key: P12Key, tmp_path: Path
) -> None:
    first, second = tmp_path / "one.pdf", tmp_path / "two.pdf"
    submitted(ready.questionnaire, clear(ready), order(ready, first, key), Watch())
    verdict = signed_next(first, second, key, "ar")
    assert verdict.holds
    assert any("added later" in line for line in verdict.lines(TR))


def test_signing_over_the_same_file_is_refused(key: P12Key, tmp_path: Path) -> None:
    pdf = tmp_path / "one.pdf"
    pdf.write_bytes(b"%PDF-1.7")
    with pytest.raises(AppError, match=r"file\.same"):
        signed_next(pdf, pdf, key, "ar")


def test_a_key_is_tried_before_anything_is_cleared(
    desk: Desk, key: P12Key, tmp_path: Path
) -> None:
    wanted = order(desk, tmp_path / "out.pdf", P12Key(key.p12, b"shut"))
    with pytest.raises(AppError, match=r"certificate\.wrong_passphrase"):
        try_order(desk.path, wanted)


def test_a_key_without_a_digital_line_is_refused(
    desk: Desk, key: P12Key, tmp_path: Path
) -> None:
    wanted = order(desk, tmp_path / "out.pdf", key, lines=INK)
    with pytest.raises(AppError, match=r"signature\.no_place"):
        try_order(desk.path, wanted)


@pytest.mark.parametrize(
    ("name", "code"),
    [("review.focalpoint", "file.same"), ("no/such/folder.pdf", "file.unwritable")],
)
def test_a_target_is_tried_before_anything_is_cleared(
    desk: Desk, tmp_path: Path, name: str, code: str
) -> None:
    with pytest.raises(AppError) as refused:
        try_order(desk.path, order(desk, tmp_path / name, None))
    assert refused.value.code == code


def test_the_digest_in_the_list_is_the_one_on_the_pages(
    ready: Desk, tmp_path: Path
) -> None:
    clearance = clear(ready)
    wanted = order(ready, tmp_path / "out.pdf", None)
    submitted(ready.questionnaire, clearance, wanted, Watch())
    digest = judged(tmp_path / "out.pdf").verdict.digest
    short = printed_digest(clearance, Audience.REVIEWING)
    assert digest is not None
    assert digest.startswith(short)


def test_lines_are_the_default_ones_until_others_are_kept(desk: Desk) -> None:
    assert [line.role for line in lines_of(desk, TR)] == [
        "Governmental expert",
        "Focal point",
    ]
    save_lines(desk, ())
    assert lines_of(desk, TR) == ()


def test_kept_lines_hold_clean_text(desk: Desk) -> None:
    save_lines(desk, (SignLine("\ufedb\ufe98\ufe8e\ufe8f"),))
    assert lines_of(desk, TR) == (SignLine("كتاب"),)


def test_more_lines_than_the_page_takes_are_refused(desk: Desk) -> None:
    with pytest.raises(AppError, match=r"sign_off\.too_many"):
        save_lines(desk, (SignLine("x"),) * 9)


def test_the_command_line_prints_the_kept_lines(ready: Desk, tmp_path: Path) -> None:
    save_lines(ready, (SignLine("وكيل الوزارة", digital=False),))
    path = ready.path
    ready.close()
    target = tmp_path / "out.pdf"
    wanted = SubmitOrder(path, target, None, "ar", "reviewing", None)
    submit(wanted, TR, lambda _told: None)
    assert b"/Sig" not in target.read_bytes()  # No place for a digital signature.
    ready.workspace = open_review(path).workspace
