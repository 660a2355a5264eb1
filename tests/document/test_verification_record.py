"""A verification on paper fills its pages and parts nothing that belongs together."""

from __future__ import annotations

import pytest

from focalpoint_app.document.verification_record import (
    VerificationRecord,
    verification_record,
)
from focalpoint_app.language.catalogue import Catalogue
from focalpoint_app.pdf.pages import write_pdf
from tests.pdf.readers import by_poppler

FOUND = (
    ("Signataire", "Amina Yusuf"),
    ("Heure selon l’horloge du signataire", "22 novembre 2026, 14:15 UTC"),
    ("Valable", "Oui"),
    ("Identité connue de cet ordinateur", "Non"),
    ("Couvre", "Tout ce qui existait au moment où elle a été apposée"),
)
CERTIFICATE = (
    ("Certificat de", "Amina Yusuf, DEMONSTRATION – NOT A REAL SIGNATURE"),
    ("Délivré par", "Amina Yusuf, DEMONSTRATION – NOT A REAL SIGNATURE"),
    ("Numéro de série", "5cb6d565532545"),
    ("Valable à partir du", "22 novembre 2026, 14:15 UTC"),
    ("Valable jusqu’au", "22 novembre 2027, 14:15 UTC"),
    ("Empreinte (SHA-256)", "09" * 32),
)
RECORD = VerificationRecord(
    verdict=("Intact : le fichier est tel qu’il a été signé.",) * 3,
    made="Établi le 22 novembre 2026.",
    file=(("Nom du fichier", "fr.pdf"), ("Taille", "241 604 octets")),
    content=("Réponses de l’État suivant : République d’Exemplia.",) * 6,
    signatures=((FOUND, CERTIFICATE), (FOUND, CERTIFICATE)),
    compared=("Chaque signature avec les octets qu’elle couvre.",) * 5,
)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("record") / "record.pdf"
    write_pdf(verification_record(RECORD, Catalogue("fr")), path)
    return by_poppler(path)


def test_the_first_signature_begins_on_the_first_page(pages: list[str]) -> None:
    assert "Signature 1" in pages[0]
    assert "Couvre" in pages[0]


def test_a_certificate_stays_on_one_page(pages: list[str]) -> None:
    starts = sum(page.count("Certificat de") for page in pages)
    whole = sum(
        page.count("Certificat de") == page.count("Empreinte (SHA-256)")
        for page in pages
    )
    assert (starts, whole) == (2, len(pages))


def test_no_list_is_parted_from_its_title(pages: list[str]) -> None:
    title = Catalogue("fr")("What was compared")
    (page,) = (each for each in pages if title in each)
    assert page.count("Chaque signature") == len(RECORD.compared)
