"""Turns the code of an error or of a readiness problem into a sentence."""

from collections.abc import Mapping
from pathlib import PurePath

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.language.consultation_sentences import CONSULTATION_SENTENCES
from focalpoint_app.language.dates import written_date
from focalpoint_app.language.error_sentences import ERROR_SENTENCES
from focalpoint_app.language.form_sentences import FORM_SENTENCES
from focalpoint_app.language.problem_sentences import PROBLEM_SENTENCES
from focalpoint_app.language.reply_sentences import REPLY_SENTENCES
from focalpoint_app.language.safekeeping_sentences import SAFEKEEPING_SENTENCES
from focalpoint_app.language.securing_sentences import SECURING_SENTENCES
from focalpoint_app.language.signing_sentences import SIGNING_SENTENCES

SENTENCES: Mapping[str, str | tuple[str, str]] = {
    **ERROR_SENTENCES,
    **CONSULTATION_SENTENCES,
    **FORM_SENTENCES,
    **REPLY_SENTENCES,
    **SAFEKEEPING_SENTENCES,
    **SECURING_SENTENCES,
    **SIGNING_SENTENCES,
}


def sentence(code: str, context: Mapping[str, str | int], tr: Catalogue) -> str:
    """What happened and what to do.

    ``context`` is the error's own: its ``path`` also fills ``{file}``, a ``date``
    (ISO) is written out, and a counted sentence takes its ``count``; where a file
    that was looked over has lost rows, their number is its ``subject``.
    """
    entry = SENTENCES.get(code)
    if entry is None:
        return tr("An error without a description occurred ({code}).", code=code)
    gaps = dict(context)
    if "path" in gaps:
        gaps.setdefault("file", PurePath(str(gaps["path"])).name)
    if "date" in gaps:
        gaps["date"] = written_date(str(gaps["date"]), tr.language, tr.digits)
    if isinstance(entry, str):
        return tr(entry, **gaps)
    one, many = entry
    count = gaps["count"] if "count" in gaps else gaps["subject"]
    return tr.counted(one, many, int(count), **gaps)


def problem_sentence(code: str, question: str, tr: Catalogue, **gaps: str | int) -> str:
    """What readiness misses; ``question`` is a written provision or a title."""
    return tr(PROBLEM_SENTENCES[code], question=question, **gaps)
