"""What we write keeps PDF/A-3u and PDF/UA-1, rule by rule, also after signing."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import pdf_content
from focalpoint_app.pdf.signing.signing import SigningChoices, signed
from focalpoint_app.pdf.signing.stamp_page import draw_stamp
from tests.pdf.conformance import (
    access,
    file_structure,
    fonts,
    graphics,
    interaction,
    metadata,
)
from tests.pdf.conformance.subject import Rule, Subject
from tests.pdf.demo import arabic_document
from tests.pdf.further_documents import (
    figures_document,
    many_scripts_document,
    odd_document,
)
from tests.pdf.signing_samples import identity

RULES: dict[str, Rule] = {
    **file_structure.RULES,
    **graphics.RULES,
    **fonts.RULES,
    **interaction.RULES,
    **metadata.RULES,
    **access.RULES,
}
DOCUMENTS = {
    "arabic": lambda: pdf_content(arabic_document())[0],
    "figures": lambda: pdf_content(figures_document())[0],
    "many scripts": lambda: pdf_content(many_scripts_document())[0],
    "odd": lambda: pdf_content(odd_document())[0],
    "signed": lambda: signed_twice(),
}


def signed_twice() -> bytes:
    content = pdf_content(arabic_document(1, signers=2))[0]
    choices = SigningChoices(draw_stamp=draw_stamp(Catalogue("ar")))
    with TemporaryDirectory() as folder:
        signer = identity(Path(folder))
    for _ in range(2):
        content = signed(content, "arabic.pdf", signer, choices)
    return content


@cache
def subject(name: str) -> Subject:
    return Subject(DOCUMENTS[name]())


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("clause", RULES)
def test_the_file_keeps(clause: str, document: str) -> None:
    assert list(RULES[clause](subject(document))) == []
