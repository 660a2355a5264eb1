"""Small submissions, identities and certificates that the signing tests share."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID, ObjectIdentifier
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from focalpoint_app.pdf.signing.certificates import Identity, load_p12
from focalpoint_app.pdf.signing.demonstration import demonstration_p12
from focalpoint_app.pdf.signing.signing import (
    SigningChoices,
    sign,
)
from focalpoint_app.pdf.signing.stamp import StampText
from focalpoint_app.pdf.verifying.embedding import ANSWERS_NAME
from tests.pdf.signing.places import FieldPlace, prepare_fields

FONT = Path(__file__).parents[2] / "resources" / "fonts" / "NotoSans-Regular.ttf"
ARABIC_NAME = "فاطمة الزهراء بنت يوسف"
PASSPHRASE = b"open sesame"
ANSWERS = '{"answers":{"untoc.5.1.a.i":{"value":"نعم"}}}'.encode()
DIGEST = sha256(ANSWERS).hexdigest()
PLACES = (
    FieldPlace("signature-1", 1, (60, 120, 260, 180), "expert"),
    FieldPlace("signature-2", 1, (320, 120, 520, 180), "focal point"),
)

Key = (
    rsa.RSAPrivateKey
    | ec.EllipticCurvePrivateKey
    | ed25519.Ed25519PrivateKey
    | dsa.DSAPrivateKey
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A certificate to be made; usages and purposes None leave the extension out."""

    name: str = "Amina Yusuf"
    usages: frozenset[str] | None = frozenset({"digital_signature"})
    purposes: tuple[ObjectIdentifier, ...] | None = None
    start: datetime = field(default_factory=lambda: datetime(2026, 1, 1, tzinfo=UTC))
    end: datetime = field(default_factory=lambda: datetime(2099, 1, 1, tzinfo=UTC))


@cache
def demonstration() -> bytes:
    return demonstration_p12(ARABIC_NAME, PASSPHRASE)


@cache
def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def made_p12(
    wanted: Wanted, key: Key | None = None, chain: Iterable[x509.Certificate] = ()
) -> bytes:
    certificate = made_certificate(wanted, key or rsa_key())
    return pkcs12.serialize_key_and_certificates(
        b"key",
        key or rsa_key(),
        certificate,
        list(chain),
        BestAvailableEncryption(PASSPHRASE),
    )


def made_certificate(
    wanted: Wanted,
    key: Key,
    issuer: tuple[x509.Certificate, rsa.RSAPrivateKey] | None = None,
) -> x509.Certificate:
    """Self-signed unless an issuer is given."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, wanted.name)])
    signs = (issuer[1] if issuer else key, issuer[0].subject if issuer else subject)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(signs[1])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(wanted.start)
        .not_valid_after(wanted.end)
    )
    if wanted.usages is not None:
        builder = builder.add_extension(_usage(wanted.usages), critical=True)
    if wanted.purposes is not None:
        purposes = x509.ExtendedKeyUsage(wanted.purposes)
        builder = builder.add_extension(purposes, critical=False)
    is_edwards = isinstance(signs[0], ed25519.Ed25519PrivateKey)
    return builder.sign(signs[0], None if is_edwards else hashes.SHA256())


@cache
def authority() -> tuple[x509.Certificate, rsa.RSAPrivateKey]:
    """A self-signed national authority with its key."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "سلطة التصديق")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2099, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(frozenset({"key_cert_sign"})), critical=True)
        .sign(key, hashes.SHA256())
    )
    return certificate, key


@cache
def issued_p12(wanted: Wanted) -> bytes:
    """Signed by ``authority``, whose certificate travels along."""
    certificate = made_certificate(wanted, rsa_key(), authority())
    return pkcs12.serialize_key_and_certificates(
        b"key",
        rsa_key(),
        certificate,
        [authority()[0]],
        BestAvailableEncryption(PASSPHRASE),
    )


def authority_file(folder: Path, encoding: Encoding = Encoding.PEM) -> Path:
    path = folder / "authority.crt"
    path.write_bytes(authority()[0].public_bytes(encoding))
    return path


def identity(folder: Path, p12: bytes | None = None) -> Identity:
    """The demonstration identity, or that of ``p12``."""
    path = folder / "identity.p12"
    path.write_bytes(p12 or demonstration())
    return load_p12(path, PASSPHRASE)


@cache
def submission(
    answers: bytes | None = ANSWERS, digest: str = DIGEST, foot: str = DIGEST[:16]
) -> bytes:
    """Two pages, unsigned, two signature places on the second."""
    return prepare_fields(with_answers(printed(digest, foot), answers), PLACES)


def printed(digest: str, foot: str, pages: int = 2) -> bytes:
    pdfmetrics.registerFont(TTFont("Sample", FONT))
    stream = BytesIO()
    canvas = Canvas(stream, invariant=True)
    canvas.setTitle("Cluster I")
    for page in range(pages):
        canvas.setFont("Sample", 10)
        if page == 0:
            canvas.drawString(60, 700, digest)
        canvas.drawString(60, 600, "Participation is criminalized.")
        canvas.drawString(60, 40, f"{page + 1} / {pages}    {foot}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def with_answers(pdf: bytes, answers: bytes | None) -> bytes:
    if answers is None:
        return pdf
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    attachment = EmbeddedFileObject.from_file_data(writer, answers)
    specification = FileSpec(
        ANSWERS_NAME, embedded_data=attachment, af_relationship=pdf_name("/Data")
    )
    embed_file(writer, specification)
    return written(writer)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def signed(folder: Path, *, times: int = 1, source: bytes | None = None) -> Path:
    """A submission signed once or twice with the demonstration certificate.

    The last one's path; ``signed-1.pdf`` lies beside ``signed-2.pdf``.
    """
    for number, content in enumerate(_signatures(source or submission(), times), 1):
        path = folder / f"signed-{number}.pdf"
        path.write_bytes(content)
    return path


@cache
def _signatures(source: bytes, times: int) -> tuple[bytes, ...]:
    contents = [source]
    with TemporaryDirectory() as name:
        folder = Path(name)
        before, after = folder / "before.pdf", folder / "after.pdf"
        for _ in range(times):
            before.write_bytes(contents[-1])
            choices = SigningChoices(draw_stamp=drawn_stamp)
            sign(before, after, identity(folder), choices)
            contents.append(after.read_bytes())
    return tuple(contents[1:])


def drawn_stamp(text: StampText, width: float, height: float) -> bytes:
    stream = BytesIO()
    canvas = Canvas(stream, pagesize=(width, height))
    canvas.rect(1, 1, width - 2, height - 2)
    canvas.drawString(6, 6, f"STAMP {text.time:%Y-%m-%d} {text.field}")
    canvas.save()
    return stream.getvalue()


def _usage(usages: frozenset[str]) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment",
        "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign",
        "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{name: name in usages for name in names})
