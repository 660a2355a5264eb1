"""The command line's verbs that judge: a submission, a scan of one."""

from __future__ import annotations

import json
from pathlib import Path

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.workflow.verbs import Outcome


def match(scan: Path, submission: Path, tr: Catalogue, *, as_json: bool) -> Outcome:
    from focalpoint_app.workflow.evidences import match_lines, matched

    found = matched(scan, submission)
    if as_json:
        return Outcome(_json(found.as_json()), found.belongs)
    return Outcome("\n".join(match_lines(found, tr)), found.belongs)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
