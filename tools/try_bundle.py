"""Tries the bundle as a stranger's machine would: nothing in the environment.

Makes the sample, checks, submits, verifies and extracts it with the bundled program,
then opens the window on it.  The certificate is made here and thrown away.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    serialize_key_and_certificates,
)

PASSPHRASE = "only for this trial"
WINDOW_STAYS = 5  # seconds without falling over


def main(bundle: Path) -> int:
    program = bundle / ("focalpoint.exe" if os.name == "nt" else "focalpoint")
    with tempfile.TemporaryDirectory() as folder:
        started = monotonic()
        verdict = submitted_and_verified(program.resolve(), Path(folder))
        print(f"bundle: signed and verified in {monotonic() - started:.1f} s")
        open_window(program.resolve(), Path(folder))
        print(f"bundle: the window stays open; {megabytes(bundle)} MB in {bundle}")
    return 0 if verdict["intact"] else 1


def submitted_and_verified(program: Path, folder: Path) -> dict[str, object]:
    """The sample's journey from an empty folder to a verdict."""
    key = folder / "key.p12"
    key.write_bytes(throwaway_identity())
    run(program, folder, "sample", "sample.focalpoint")
    run(program, folder, "check", "sample.focalpoint", "--json")
    run(
        program, folder, "submit", "sample.focalpoint", "-o", "a.pdf", "--p12", str(key)
    )
    run(program, folder, "extract", "a.pdf", "-o", "a.json")
    verdict: dict[str, object] = json.loads(
        run(program, folder, "verify", "a.pdf", "--json")
    )
    return verdict


def run(program: Path, folder: Path, *arguments: str) -> str:
    """What the program prints; it must exit with 0."""
    ran = subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=environment(FOCALPOINT_P12_PASSPHRASE=PASSPHRASE),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode:
        sys.exit(f"{' '.join(arguments)}: {ran.returncode}\n{ran.stdout}{ran.stderr}")
    return ran.stdout


def open_window(program: Path, folder: Path) -> None:
    """It must stay, and say nothing of an error while it does."""
    complaints = folder / "complaints.txt"
    command = [str(program), str(folder / "sample.focalpoint")]
    with complaints.open("wb") as told:
        shown = subprocess.Popen(
            command, env=environment(QT_QPA_PLATFORM="offscreen"), stderr=told
        )
        try:
            sys.exit(f"the window closed by itself with {shown.wait(WINDOW_STAYS)}")
        except subprocess.TimeoutExpired:
            shown.terminate()
            shown.wait()
    said = complaints.read_text(encoding="utf-8", errors="replace")
    if "Traceback" in said:
        sys.exit(f"the window failed:\n{said}")


def environment(**named: str) -> dict[str, str]:
    """Nothing but *named*; Windows programs cannot do without their system's root."""
    kept = ("SYSTEMROOT", "TEMP", "USERPROFILE") if os.name == "nt" else ()
    return {name: os.environ[name] for name in kept if name in os.environ} | named


def throwaway_identity() -> bytes:
    """PKCS#12 with a key that may sign and commit, valid for a day."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "تجربة الحزمة")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(signing_usage(), critical=True)
        .sign(key, SHA256())
    )
    lock = BestAvailableEncryption(PASSPHRASE.encode())
    return serialize_key_and_certificates(b"trial", key, certificate, None, lock)


def signing_usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def megabytes(folder: Path) -> int:
    sizes = (path.lstat().st_size for path in folder.rglob("*") if path.is_file())
    return sum(sizes) // 1_000_000


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
