"""The sample's PDF: composed and set, data inside, unsigned; then two signatures."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from focalpoint_app.domain.clearance import Audience
from focalpoint_app.workflow.review.clear import clear
from focalpoint_app.workflow.review.opening import open_review
from focalpoint_app.workflow.submitting.demonstrating import demonstration_identity
from focalpoint_app.workflow.submitting.submission import (
    ExportOptions,
    export,
    sign_next,
)


def main() -> int:
    rounds = int(sys.argv[2])
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_review(Path(sys.argv[1]))) as desk,
    ):
        clearance = clear(desk)
        target = Path(folder) / "sample.pdf"
        options = ExportOptions(target, "ar", Audience.REVIEWING)
        took = []
        for _ in range(rounds):
            begun = time.perf_counter()
            exported = export(desk.questionnaire, clearance, options)
            took.append(time.perf_counter() - begun)
        signed = signing(target, Path(folder))
    sys.stdout.write(
        json.dumps(
            {
                "sample_pdf_first_s": round(took[0], 2),
                "sample_pdf_s": round(median(took), 2),
                "sample_pdf_pages": exported.pages,
                "two_signatures_s": round(signed, 2),
            }
        )
    )
    return 0


def signing(unsigned: Path, folder: Path) -> float:
    identity = demonstration_identity("د. سلمى المنصوري")
    begun = time.perf_counter()
    sign_next(unsigned, folder / "1.pdf", identity, "ar")
    sign_next(folder / "1.pdf", folder / "2.pdf", identity, "ar")
    return time.perf_counter() - begun


if __name__ == "__main__":
    sys.exit(main())
