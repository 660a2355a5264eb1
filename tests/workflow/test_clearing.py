"""Clearing, exporting, signing: what was cleared is what comes out."""

from __future__ import annotations

import gc
import json
import subprocess
from pathlib import Path

import pytest

from focalpoint_app.domain.canonical import sha256_hex
from focalpoint_app.domain.clearance import Audience
from focalpoint_app.domain.errors import AppError
from focalpoint_app.exchange.web_entry import EntryField, text_files
from focalpoint_app.pdf.file.output import publish
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.pdf.verifying.verdict import verify
from focalpoint_app.workflow.review.clear import clear, cleared_content
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.demonstrating import demonstration_identity
from focalpoint_app.workflow.submitting.entering import write_entry_files
from focalpoint_app.workflow.submitting.submission import (
    ExportOptions,
    Watch,
    draft,
    edition,
    export,
    sign_next,
)
from tests.workflow.review.answered import answered

ASKED = "untoc.5.1.a.i"
TEXT = "untoc.5.1.a.i.explanation"


@pytest.fixture
def ready(desk: Desk) -> Desk:
    answered(desk)
    return desk


def read(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


def test_an_unanswered_obligation_stops_a_clearance(desk: Desk) -> None:
    with pytest.raises(AppError, match=r"clearance\.not_ready"):
        clear(desk)
    assert desk.clearances() == ()


def test_one_instrument_is_cleared_while_another_is_open(desk: Desk) -> None:
    desk.choose("som.6.1.a", "no")

    clearance = clear(desk, ("som",))

    assert clearance.parts == ("som",)
    assert set(cleared_content(clearance)["answers"]) == {"som.6.1.a"}


def test_a_clearance_freezes_what_stands_then(ready: Desk) -> None:
    first = clear(ready)
    ready.choose(ASKED, "yes")
    second = clear(ready)

    assert [each.number for each in ready.clearances()] == [1, 2]
    assert cleared_content(first)["answers"][ASKED]["value"] == "part"
    assert cleared_content(second)["answers"][ASKED]["value"] == "yes"
    assert ready.clearances()[0].content == first.content


def test_a_clearance_names_the_revisions_it_froze(ready: Desk) -> None:
    heads = cleared_content(clear(ready))["heads"]
    revision = ready.history(TEXT, "ar")[0]

    assert heads[f"{TEXT}/value/ar/"] == revision.digest


def test_what_is_extracted_is_what_was_cleared(ready: Desk, tmp_path: Path) -> None:
    clearance = clear(ready)
    target = tmp_path / "out.pdf"

    exported = export(ready.questionnaire, clearance, ExportOptions(target))

    inside = extract(target)
    assert inside == edition(clearance, Audience.REVIEWING).content
    assert sha256_hex(inside) == exported.digest
    answers = json.loads(inside)["answers"]
    assert answers[TEXT]["value"] == {"ar": "الجنح غير مشمولة."}
    assert exported.digest in read(target).replace("\n", "").replace(" ", "")


def test_a_signed_submission_verifies_here_and_in_poppler(
    ready: Desk, tmp_path: Path
) -> None:
    target, second = tmp_path / "signed.pdf", tmp_path / "twice.pdf"
    identity = demonstration_identity("د. سلمى المنصوري")

    export(ready.questionnaire, clear(ready), ExportOptions(target, identity=identity))
    sign_next(target, second, identity, "ar")

    assert verify(target).intact
    verdict = verify(second)
    assert verdict.intact
    assert verdict.demonstration
    assert len(verdict.signatures) == 2
    told = subprocess.run(
        ["pdfsig", "-nocert", str(second)], capture_output=True, check=True, text=True
    ).stdout
    assert told.count("Signature is Valid.") == 2


def test_there_is_no_third_place(ready: Desk, tmp_path: Path) -> None:
    identity = demonstration_identity("Expert")
    paths = [tmp_path / f"{n}.pdf" for n in range(4)]
    export(ready.questionnaire, clear(ready), ExportOptions(paths[0]))
    sign_next(paths[0], paths[1], identity, "en")
    sign_next(paths[1], paths[2], identity, "en")

    with pytest.raises(AppError, match=r"signature\.no_place"):
        sign_next(paths[2], paths[3], identity, "en")
    assert not paths[3].exists()


def test_an_unsigned_export_is_not_intact_for_want_of_a_signature(
    ready: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "ink.pdf"
    export(ready.questionnaire, clear(ready), ExportOptions(target))

    assert verify(target).as_json()["reason"] == "unsigned"


def test_a_public_edition_holds_no_word_of_the_rest(
    ready: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "public.pdf"
    options = ExportOptions(target, audience=Audience.PUBLIC)

    export(ready.questionnaire, clear(ready), options)

    assert json.loads(extract(target))["answers"].keys() == {ASKED}
    assert "الجنح" not in read(target)


def test_a_draft_says_draft_on_every_page_and_holds_no_data(
    ready: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "draft.pdf"

    draft(ready, ExportOptions(target, "en"))

    pages = read(target).split("\f")[:-1]
    assert all("DRAFT" in page for page in pages)
    with pytest.raises(AppError, match=r"submission\.no_data"):
        extract(target)
    assert ready.clearances() == ()


def test_a_cancelled_export_leaves_the_old_file(ready: Desk, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    publish(b"old", target)
    watch = Watch(cancelled=lambda: True)

    with pytest.raises(AppError, match=r"task\.cancelled"):
        export(ready.questionnaire, clear(ready), ExportOptions(target), watch)

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.glob("*out*")] == ["out.pdf"]


def test_the_collector_rests_until_all_is_written(ready: Desk, tmp_path: Path) -> None:
    at_work: list[bool] = []
    options = ExportOptions(
        tmp_path / "out.pdf", check=lambda _content: at_work.append(gc.isenabled())
    )

    export(ready.questionnaire, clear(ready), options)

    assert at_work == [False]
    assert gc.isenabled()


def test_an_unwritable_target_is_told(ready: Desk, tmp_path: Path) -> None:
    options = ExportOptions(tmp_path / "nowhere" / "out.pdf")

    with pytest.raises(AppError, match=r"file\.unwritable"):
        export(ready.questionnaire, clear(ready), options)


def printed_digest(html: str) -> str:
    """As it stands in the page's head."""
    return html.partition('<bdi dir="ltr">')[2].partition("<")[0]


def test_the_online_system_gets_a_page_and_texts(ready: Desk, tmp_path: Path) -> None:
    ready.write(TEXT, "ar", "<b>الجنح</b> & غيرها\nسطر ثان")

    page = write_entry_files(ready.questionnaire, clear(ready), tmp_path / "e", "ar")

    html = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;الجنح&lt;/b&gt; &amp; غيرها" in html
    assert "http-equiv" in html
    assert 'src="' not in html
    assert f'"entered {printed_digest(html)}"' in html
    files = sorted((tmp_path / "e" / "answers").iterdir())
    assert files[0].name == f"001-{ASKED}.txt"
    text = files[1].read_bytes().decode("utf-8-sig")
    assert text == "<b>الجنح</b> & غيرها\r\nسطر ثان"


def test_text_files_are_numbered_in_order() -> None:
    fields = [EntryField(n, f"q.{n}", "", "", str(n)) for n in (1, 2, 10)]

    assert sorted(text_files(fields)) == ["001-q.1.txt", "002-q.2.txt", "010-q.10.txt"]


def test_a_withdrawn_answer_leaves_no_file_to_be_entered(
    ready: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "e"
    write_entry_files(ready.questionnaire, clear(ready), folder, "ar")
    before = {path.name for path in (folder / "answers").iterdir()}
    (folder / "answers" / "notes.txt").write_text("the clerk's own")
    given = next(q for q in ready.facts.visible_questions() if q.parent is None)
    ready.skip(given.id, "لا ينطبق")

    write_entry_files(ready.questionnaire, clear(ready), folder, "ar")

    after = {path.name for path in (folder / "answers").iterdir()}
    assert len(after - {"notes.txt"}) < len(before)
    assert "notes.txt" in after
    assert not any(given.id == name[4:-4] for name in after)
