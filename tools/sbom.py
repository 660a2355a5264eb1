"""Writes the bill of materials: what the program ships with, as CycloneDX 1.6.

    python tools/sbom.py [OUT.json]

From the lock, with the hashes of its files and each library's own word on its licence,
and from the fonts.  The same lock gives the same bytes: no times, no random numbers.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from uuid import UUID, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
FONTS = ROOT / "resources" / "fonts"
TARGET = ROOT / "dist" / "focalpoint.cdx.json"
# Where a library's own words are no SPDX expression or missing: as its files say.
WORDED = {
    "aiosignal": "Apache-2.0",
    "pypdfium2": "(Apache-2.0 OR BSD-3-Clause) AND BSD-3-Clause",
    "pyrage": "MIT",
    "python-bidi": "LGPL-3.0-or-later",
    "reportlab": "BSD-3-Clause",
    "sqlcipher3": "Zlib AND BSD-3-Clause",
    "uharfbuzz": "Apache-2.0",
}
_NAMES = UUID("2f1d3c0e-7a52-4a0b-9a0e-6a8d6c4f5b10")
_PIN = re.compile(r"^([a-z0-9._-]+)==(\S+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill() -> str:
    """JSON, its components in order of their names."""
    bom = Bom(serial_number=uuid5(_NAMES, LOCK.read_text(encoding="utf-8")))
    bom.metadata.component = _program()
    bom.components.update((*_libraries(), *_fonts()))
    bom.register_dependency(bom.metadata.component, bom.components)
    written = json.loads(JsonV1Dot6(bom).output_as_string())
    del written["metadata"]["timestamp"]
    return json.dumps(written, indent=2) + "\n"


def _program() -> Component:
    from focalpoint_app import __version__

    return Component(
        name="focalpoint",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref="focalpoint",
        licenses=[LicenseFactory().make_from_string("MIT")],
    )


def _libraries() -> Iterator[Component]:
    for entry in re.split(r"\n(?=\S)", LOCK.read_text(encoding="utf-8").strip()):
        pin = _PIN.match(entry)
        assert pin is not None, entry
        name, version = pin.groups()
        url = PackageURL("pypi", name=name, version=version)
        licence = _licence(name)
        yield Component(
            name=name,
            version=version,
            type=ComponentType.LIBRARY,
            bom_ref=str(url),
            purl=url,
            hashes=[
                HashType(alg=HashAlgorithm.SHA_256, content=each)
                for each in sorted(_HASH.findall(entry))
            ],
            licenses=[LicenseFactory().make_from_string(licence)] if licence else [],
            components=_inside(name, version, str(url)),
        )


def _inside(name: str, version: str, holder: str) -> list[Component]:
    """What the wheel of this machine holds besides its own: nothing of other pins."""
    from tools.engines import engines_of

    try:
        is_here = metadata(name)["Version"] == version
    except PackageNotFoundError:
        return []
    return [
        Component(
            name=each.name,
            version=each.version,
            type=ComponentType.LIBRARY,
            bom_ref=f"{holder}#{each.name}",
            cpe=each.cpe,
            licenses=[LicenseFactory().make_from_string(each.licence)],
        )
        for each in (engines_of(name) if is_here else ())
    ]


def _licence(name: str) -> str:
    """What its own metadata say (PEP 639, else the older field or classifier)."""
    if name in WORDED:
        return WORDED[name]
    try:
        said = metadata(name)
    except PackageNotFoundError:  # Of another system, as colorama is Windows's.
        return ""
    classified = (
        each.rpartition(" :: ")[2]
        for each in said.get_all("Classifier", [])
        if each.startswith("License :: OSI")
    )
    told = (*said.get_all("License-Expression", []), *said.get_all("License", []))
    return next((each for each in (*told, *classified) if "\n" not in each), "")


def _fonts() -> Iterator[Component]:
    for font in sorted(FONTS.glob("*.ttf")):
        digest = hashlib.sha256(font.read_bytes()).hexdigest()
        yield Component(
            name=font.name,
            type=ComponentType.FILE,
            bom_ref=f"font/{font.name}",
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
            licenses=[LicenseFactory().make_from_string("OFL-1.1")],
        )


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(bill(), encoding="utf-8")
    print(target)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
