"""The bill of materials names all that ships, and is the same twice."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).parents[2]
_SPDX = re.compile(r"[A-Za-z0-9.+() -]+")


def written(folder: Path, seed: str) -> str:
    target = folder / f"{seed}.json"
    command = [sys.executable, str(ROOT / "tools" / "sbom.py"), str(target)]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run(command, env=environment, capture_output=True, check=True)
    return target.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("sbom"), "1")


@pytest.fixture(scope="module")
def bill(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_it_is_the_same_twice(tmp_path: Path, text: str) -> None:
    assert written(tmp_path, "2") == text


def test_it_is_cyclonedx(text: str) -> None:
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_every_pin_of_the_lock_is_in_it_with_its_hashes(bill: dict[str, Any]) -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = set(re.findall(r"^([a-z0-9._-]+==[^\s;]+)", lock, re.MULTILINE))
    libraries = [each for each in bill["components"] if each["type"] == "library"]
    assert {f"{each['name']}=={each['version']}" for each in libraries} == pins
    hashes = {h["content"] for each in libraries for h in each["hashes"]}
    assert hashes == set(re.findall(r"sha256:([0-9a-f]{64})", lock))


def test_every_licence_is_named_as_spdx_does(bill: dict[str, Any]) -> None:
    for each in bill["components"]:
        (licence,) = each["licenses"]
        told = licence.get("expression") or licence["license"].get("id")
        assert told, each["name"]
        assert _SPDX.fullmatch(told)


def test_the_fonts_are_in_it(bill: dict[str, Any]) -> None:
    fonts = {each["name"] for each in bill["components"] if each["type"] == "file"}
    assert fonts == {each.name for each in (ROOT / "resources/fonts").glob("*.ttf")}


def test_what_is_compiled_into_a_library_is_named_in_it(bill: dict[str, Any]) -> None:
    """Faults are told of OpenSSL and libxml2, never of the wheels that hold them."""
    inside = {
        (each["name"], engine["name"]): engine
        for each in bill["components"]
        for engine in each.get("components", [])
    }
    assert ("sqlcipher3", "OpenSSL") in inside
    assert ("cryptography", "OpenSSL") in inside
    for engine in inside.values():
        assert re.fullmatch(r"\d+(\.\d+)+", engine["version"]), engine
        assert f":{engine['version']}:" in engine["cpe"]
        assert engine["licenses"]


def test_the_notices_name_what_is_compiled_in(bill: dict[str, Any]) -> None:
    notices = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = [line for line in notices.splitlines() if line.startswith("| ")]
    for each in bill["components"]:
        for engine in each.get("components", []):
            assert any(each["name"] in row and engine["name"] in row for row in rows)
