"""The command line's verbs: files in, one outcome out.

Each imports what it works with: the questionnaires are shown without the store,
a submission is judged without it.
"""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from focalpoint_app.domain.author import Author
from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.rolling import Reason
from focalpoint_app.domain.strength import weakness
from focalpoint_app.exchange.answers_out import answers_json
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.characters import named_characters
from focalpoint_app.language.states import is_state
from focalpoint_app.workflow.review.shipped import (
    form_named,
    questionnaire_of,
    shipped_clusters,
)
from focalpoint_app.workflow.verbs import reports

if TYPE_CHECKING:
    from focalpoint_app.workflow.review.desk import Desk


@dataclass(frozen=True, slots=True)
class Outcome:
    """``output`` is printed as it is; ``verdict`` False means exit status 1.

    ``failed``: nothing of what was asked could be done, exit status 3.
    """

    output: str | bytes = ""
    verdict: bool = True
    failed: bool = False
    warning: AppError | None = None


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """``beside`` is the language of a translation beside the first; ``record``: the
    consultation's is a section."""

    file: Path
    output: Path
    language: str
    beside: str | None
    review_id: str | None
    record: bool = False


def new(
    file: Path, state: str, start: date | None, tr: Catalogue, **rest: Any
) -> Outcome:
    """``rest``: cluster, language, party, passphrase (empty for none)."""
    from focalpoint_app.workflow.review.opening import NewReview, new_review

    if not is_state(state):
        raise AppError("state.unknown", state=state)
    wanted = NewReview(
        state, rest["cluster"], rest["party"], (rest["language"],), start,
        passphrase=rest["passphrase"],
    )  # fmt: skip
    desk = new_review(file, wanted)
    desk.close()
    told = tr("Made {file}.", file=str(file))
    return Outcome(told, warning=weakness(wanted.passphrase) or desk.notice)


def sample(file: Path, language: str, tr: Catalogue) -> Outcome:
    from focalpoint_app.workflow.review.sample import sample_review

    sample_review(file, language).close()
    return Outcome(tr("Made {file}.", file=str(file)))


def forms(tr: Catalogue, *, as_json: bool) -> Outcome:
    found = [questionnaire_of(cluster) for cluster in shipped_clusters()]
    if as_json:
        return Outcome(_json([reports.form_summary(each) for each in found]))
    lines = [f"{each.id}  {each.version}  {_title(each.title, tr)}" for each in found]
    return Outcome("\n".join(lines))


def show_form(form: str, tr: Catalogue, *, as_json: bool) -> Outcome:
    questionnaire = form_named(form)
    if as_json:
        return Outcome(_json(reports.form_details(questionnaire)))
    return Outcome(
        "\n".join(
            f"{each.id}  {_title(each.text, tr)}"
            for each in questionnaire.questions.values()
        )
    )


def export_answers(file: Path, output: Path | None, review_id: str | None) -> Outcome:
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.submitting.outputs import refuse_same

    if output is not None:
        refuse_same(file, output)
    with closing(open_review(file, writing=False, review_id=review_id)) as desk:
        text = answers_json(desk.questionnaire, desk.answers, desk.sources.values())
    return _put(text.encode("utf-8"), output)


def import_answers(
    file: Path, incoming: Path, by: str | None, review_id: str | None, tr: Catalogue
) -> Outcome:
    from focalpoint_app.workflow.review.incoming import import_answers as take_in
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.safekeeping.backing import before

    with closing(open_review(file, review_id=review_id)) as desk:
        author = None if by is None else _author(desk, by)
        hindered = before(desk.workspace, Reason.IMPORT)
        count = take_in(desk, incoming, author)
    told = tr.counted("{n} field changed.", "{n} fields changed.", count)
    return Outcome(told, warning=hindered or desk.notice)


def check(
    file: Path, review_id: str | None, tr: Catalogue, *, as_json: bool
) -> Outcome:
    from focalpoint_app.workflow.review.opening import open_review

    with closing(open_review(file, writing=False, review_id=review_id)) as desk:
        state = desk.readiness()
        report = reports.check_report(desk.questionnaire, state, tr)
    if as_json:
        return Outcome(_json(report), state.ready)
    lines = [each["message"] for each in report["problems"]]
    lines.append(
        tr("{answered} of {of} answered.", answered=state.answered, of=state.of)
    )
    return Outcome("\n".join(lines), state.ready)


def draft(order: DraftOrder, tr: Catalogue) -> Outcome:
    from focalpoint_app.workflow.consultation.consulted import consulted
    from focalpoint_app.workflow.review.opening import open_review
    from focalpoint_app.workflow.submitting.outputs import refuse_same
    from focalpoint_app.workflow.submitting.papers import paper_of
    from focalpoint_app.workflow.submitting.submission import ExportOptions
    from focalpoint_app.workflow.submitting.submission import draft as write_draft

    refuse_same(order.file, order.output)
    options = ExportOptions(order.output, order.language, beside=order.beside)
    with closing(
        open_review(order.file, writing=False, review_id=order.review_id)
    ) as desk:
        paper = paper_of(desk, order.language)
        record = consulted(desk) if order.record else None
        missing = write_draft(desk, replace(options, paper=paper), record=record)
    return Outcome(written(order.output, missing, tr))


def written(target: Path, missing: tuple[str, ...], tr: Catalogue) -> str:
    """``missing``: characters that no font of ours has."""
    told = tr("Wrote {file}.", file=str(target))
    if not missing:
        return told
    listed = tr("No font has these characters: {list}", list=named_characters(missing))
    return f"{told}\n{listed}"


def extract(pdf: Path, output: Path | None) -> Outcome:
    from focalpoint_app.pdf.verifying.embedding import extract as take_out
    from focalpoint_app.workflow.submitting.outputs import refuse_same

    if output is not None:
        refuse_same(pdf, output)
    return _put(take_out(pdf), output)


def error_json(error: AppError, message: str, details: list[str]) -> str:
    told: dict[str, Any] = {"code": error.code, "message": message}
    if details:
        told["details"] = details
    return _json({"error": told})


def _put(content: bytes, output: Path | None) -> Outcome:
    from focalpoint_app.pdf.file.output import publish

    if output is None:
        return Outcome(content)
    publish(content, output)
    return Outcome()


def _author(desk: Desk, by: str) -> Author:
    """``Name; role; institution``: the known person, or a new one."""
    fields = [part.strip() for part in by.split(";")] + ["", ""]
    name, role, institution = fields[:3]
    for known in desk.authors():
        if (known.name, known.role, known.institution) == (name, role, institution):
            return known
    return Author(str(uuid4()), name, role, institution)


def _title(texts: Any, tr: Catalogue) -> str:
    return str(texts.get(tr.language) or texts.get("en", ""))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
