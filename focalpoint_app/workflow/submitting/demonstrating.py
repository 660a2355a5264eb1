"""A certificate made on the spot, marked DEMONSTRATION wherever it shows."""

import secrets
from pathlib import Path
from tempfile import TemporaryDirectory

from focalpoint_app.pdf.signing.certificates import Identity, load_p12
from focalpoint_app.pdf.signing.demonstration import demonstration_p12


def demonstration_identity(name: str) -> Identity:
    """An identity that nobody vouches for; its key is gone when the program ends."""
    passphrase = secrets.token_hex(16).encode()  # PKCS#12 wants UTF-8.
    with TemporaryDirectory(prefix="focalpoint-") as folder:
        path = Path(folder) / "demonstration.p12"
        path.write_bytes(demonstration_p12(name, passphrase))
        return load_p12(path, passphrase)
