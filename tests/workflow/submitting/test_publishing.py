"""The public edition leaves in one step and tells nothing of what must stay."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
import pytest

from focalpoint_app.domain.answer import Confidentiality, TextValue
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.leaks import as_read
from focalpoint_app.language.names import OFFICIAL_LANGUAGES
from focalpoint_app.pdf.verifying.embedding import extract
from focalpoint_app.pdf.verifying.told import everything_told
from focalpoint_app.workflow.consultation.consolidating import note_unused
from focalpoint_app.workflow.consultation.consulted import consulted
from focalpoint_app.workflow.consultation.markings import set_answer_marking
from focalpoint_app.workflow.consultation.receiving import receive
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.desk import Desk
from focalpoint_app.workflow.submitting.papers import public_paper
from focalpoint_app.workflow.submitting.publishing import leak_check, publish_edition
from focalpoint_app.workflow.submitting.submission import ExportOptions, Watch
from tests.sample import sample_desk
from tests.workflow.consulting import NARRATIVE, QUESTION, arrival, asked, reply, text

SOM = "som.6.1.a"
PUBLIC_LAW = (
    "يعاقب بالسجن مدة لا تقل عن خمس سنوات كل من أنشأ جماعة إجرامية منظمة أو أدارها"
)
SECRET_LAW = "يعاقب بالسجن مدة لا تقل عن عشر سنوات كل موظف عام سهّل لتلك الجماعة نشاطها"
NOTE = "لم يصدر المرسوم التنفيذي بعد وينتظر موافقة مجلس الوزراء"
HEARD = "ترى الجمعية أن النص لا يطبق في المحافظات الحدودية إطلاقاً"


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A public answer, a restricted one, a note, a contribution."""
    for question in (QUESTION, SOM):
        desk.choose(question, "part")
        desk.set_confidentiality(question, Confidentiality.PUBLIC)
        desk.cite(question, "law-1", "المادة 47")
    desk.write(NARRATIVE, "ar", PUBLIC_LAW)
    desk.set_confidentiality(NARRATIVE, Confidentiality.PUBLIC)
    desk.write("untoc.5.1.a.i.explanation", "en", "Public too.")
    desk.choose_all("untoc.5.forms", ("a",))
    desk.skip("untoc.5.years", SECRET_LAW)
    desk.add_note(QUESTION, NOTE)
    receive(desk, [arrival(reply(asked(desk), {NARRATIVE: text(HEARD)}))])
    (given,) = desk.workspace.contributions(desk.review.id)
    note_unused(desk, given, "خارج الموضوع")
    return desk


def told(path: Path) -> str:
    return "\n".join(as_read(each) for each in everything_told(path.read_bytes()))


def test_it_tells_what_is_public_and_nothing_else(filled: Desk, tmp_path: Path) -> None:
    target = tmp_path / "public.pdf"
    publish_edition(filled, target, "ar")

    everything = told(target)
    assert "أنشأ جماعة" in everything
    for secret in (SECRET_LAW[30:50], NOTE[:20], HEARD[:20]):
        assert as_read(secret) not in everything
    answers = json.loads(extract(target))["answers"]
    assert set(answers) == {QUESTION, NARRATIVE, SOM}


def test_a_marked_answer_is_not_for_the_public(filled: Desk, tmp_path: Path) -> None:
    set_answer_marking(filled, SOM, "official_use")
    target = tmp_path / "public.pdf"
    publish_edition(filled, target, "ar")

    assert SOM not in json.loads(extract(target))["answers"]


@pytest.mark.parametrize("place", ["attachment", "metadata", "string"])
def test_restricted_text_is_found_wherever_it_hides(
    filled: Desk, tmp_path: Path, place: str
) -> None:
    target = tmp_path / "public.pdf"
    publish_edition(filled, target, "ar")
    spoiled = hidden(target.read_bytes(), place)

    options = ExportOptions(target, paper=public_paper(filled, "ar"))
    check = leak_check(filled, clear(filled), options)
    with pytest.raises(AppError, match=r"publish\.restricted"):
        check.refuse_leaks(spoiled)


def hidden(content: bytes, place: str) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        match place:
            case "attachment":
                pdf.attachments["x.txt"] = NOTE.encode("utf-16-be")
            case "metadata":
                with pdf.open_metadata() as metadata:
                    metadata["dc:description"] = SECRET_LAW
            case _:
                pdf.Root.Lost = pikepdf.Dictionary(Words=pikepdf.String(HEARD))
        spoiled = BytesIO()
        pdf.save(spoiled)
    return spoiled.getvalue()


def test_nothing_is_cleared_before_the_edition_was_looked_through(
    filled: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "public.pdf"
    with pytest.raises(AppError, match=r"task\.cancelled"):
        publish_edition(filled, target, "ar", Watch(cancelled=lambda: True))

    assert filled.clearances() == ()
    assert not target.exists()

    publish_edition(filled, target, "ar")
    assert len(filled.clearances()) == 1


def test_other_readers_find_no_restricted_text_either(
    filled: Desk, tmp_path: Path
) -> None:
    target = tmp_path / "public.pdf"
    publish_edition(filled, target, "ar")

    with pypdf.PdfReader(target) as reader:
        pages = [page.extract_text() for page in reader.pages]
        files = [file for each in reader.attachments.values() for file in each]
    pages.append(
        subprocess.run(
            ["pdftotext", str(target), "-"], capture_output=True, check=True
        ).stdout.decode()
    )
    attached = [file.decode() for file in files]
    everything = [re.sub(r"\s", "", as_read(text)) for text in (*pages, *attached)]
    assert any("أنشأجماعة" in text for text in everything)
    for secret in (SECRET_LAW, NOTE, HEARD):
        squeezed = re.sub(r"\s", "", as_read(secret))
        known = re.sub(r"\s", "", as_read(PUBLIC_LAW))
        runs = {squeezed[n : n + 12] for n in range(len(squeezed) - 11)}
        secrets = {run for run in runs if run not in known}
        assert not [run for run in secrets for text in everything if run in text]


def test_the_workspace_is_never_its_own_edition(filled: Desk) -> None:
    with pytest.raises(AppError, match=r"file\.same"):
        publish_edition(filled, filled.path, "ar")


def test_a_whole_review_is_published(tmp_path: Path) -> None:
    """Law cites law: words that public and restricted answers share are no leak, nor
    is what a question is called."""
    with closing(sample_desk(tmp_path / "s.focalpoint")) as desk:
        desk.add_note("untoc.5.1.a.i", "انظر untoc.5.1.a.i.explanation.")
        target = tmp_path / "public.pdf"
        publish_edition(desk, target, "ar", record=consulted(desk))

        (clearance,) = desk.clearances()
        check = leak_check(
            desk, clearance, ExportOptions(target, paper=public_paper(desk, "ar"))
        )
        secrets = (national(desk), desk.notes("untoc.9.2")[0].text)
        spoiled = with_texts(target.read_bytes(), secrets)
        with pytest.raises(AppError, match=r"publish\.restricted") as told:
            check.refuse_leaks(spoiled)
        assert told.value.context["count"] == 2 * len(secrets)  # In two ways each.


@pytest.mark.slow
def test_no_language_raises_a_false_alarm(tmp_path: Path) -> None:
    with closing(sample_desk(tmp_path / "s.focalpoint")) as desk:
        for language in OFFICIAL_LANGUAGES:
            target = tmp_path / f"{language}.pdf"
            publish_edition(desk, target, language, record=consulted(desk))
            assert target.exists()


def national(desk: Desk) -> str:
    """A sentence of an answer that only this State may read."""
    value = desk.answer("untoc.2.i.narrative").value
    assert isinstance(value, TextValue)
    return value.texts["ar"][60:140]


def with_texts(content: bytes, texts: Iterable[str]) -> bytes:
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.Root.Lost = pikepdf.Array(map(pikepdf.String, texts))
        spoiled = BytesIO()
        pdf.save(spoiled)
    return spoiled.getvalue()
