"""Who may call whom, and what may lie at the top of the repository."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "focalpoint_app"
STANDARD = set(sys.stdlib_module_names)

PAGES = {"reportlab", "arabic_reshaper", "bidi", "uharfbuzz"}
SIGNATURES = {
    "pyhanko",
    "pyhanko_certvalidator",
    "asn1crypto",
    "cryptography",
    "pkcs11",
}
FORMATS = {"docx", "lxml", "openpyxl", "icalendar", "pyrage", "cryptography"}
READING = {"pikepdf", "pypdfium2", "zxingcpp", "PIL"}
ROOMS = {
    "domain",
    "language",
    "platform",
    "storage",
    "forms",
    "document",
    "pdf",
    "exchange",
    "workflow",
}
MAY_IMPORT = {
    "domain": set[str](),
    "language": {"babel"},
    "platform": {"platformdirs"},
    # cryptography reads a damaged encrypted file, which SQLCipher gives up whole, and
    # locks what cannot lie in the file itself.
    "storage": {"domain", "sqlalchemy", "alembic", "sqlcipher3", "cryptography"},
    "forms": {"domain", "language", "yaml", "jsonschema"},
    "document": {"domain", "language"},
    # Besides the libraries of the plan: asn1crypto is how pyHanko hands over a
    # certificate, cryptography reads the key file before pyHanko is given it, PIL
    # makes the colour profile that the archive format asks for and opens scans, which
    # pypdfium2 draws and zxingcpp finds codes on.
    "pdf": {"domain", "document", "language"} | PAGES | SIGNATURES | READING,
    "exchange": {"domain", "document", "language", "jsonschema"} | FORMATS,
    "workflow": ROOMS,
    "gui": {"domain", "language", "platform", "workflow", "PySide6"},
    "commands": {"domain", "language", "platform", "workflow", "click"},
    "cli.py": {"commands", "domain", "language", "platform", "workflow", "click"},
}
# Nothing is sent anywhere, so nothing here can reach anywhere.
NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "xmlrpc", "socketserver"}
NETWORK |= {"urllib.request", "asyncio", "requests", "httpx", "aiohttp", "QtNetwork"}
# But what asks a time-stamp authority, where the user gave the address of one.
REACHING = {"pdf/signing/time_stamps.py imports urllib.request"}
REACHING |= {"pdf/signing/time_stamps.py imports urllib.error"}
REACHING |= {"pdf/signing/time_stamps.py imports http.client.HTTPException"}
REACHING |= {"pdf/signing/patience.py imports urllib.request"}
REACHING |= {
    f"pdf/signing/patience.py imports http.client.{each}"
    for each in ("HTTPConnection", "HTTPResponse", "HTTPSConnection")
}
# These two build the objects and hand them on, so they see every room.
WIRING = {"__main__.py", "demonstration.py", "__init__.py"}

TOP_LEVEL = {
    ".ci",
    ".gitattributes",
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "benchmarks",
    "build.spec",
    "docs",
    "focalpoint_app",
    "forms",
    "pyproject.toml",
    "requirements-bundle.lock",
    "requirements-dev.lock",
    "requirements-soak.lock",
    "requirements.lock",
    "resources",
    "run.cmd",
    "test.cmd",
    "tests",
    "tools",
}


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    allowed = MAY_IMPORT[room] | {room.removesuffix(".py"), ""}
    outside = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in _modules(PACKAGE / room)
        for name in _imported(ast.parse(path.read_text(encoding="utf-8")))
        if name not in allowed
    }
    assert outside == set()


def test_every_room_has_its_line_in_the_table() -> None:
    present = {
        path.name
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert present <= MAY_IMPORT.keys() | WIRING


def test_no_room_imports_the_wiring() -> None:
    wiring = {name.removesuffix(".py") for name in WIRING} - {"__init__"}
    for room in MAY_IMPORT:
        for path in _modules(PACKAGE / room):
            assert not wiring & _imported(ast.parse(path.read_text(encoding="utf-8")))


def test_the_package_holds_no_network_code() -> None:
    reaching = {
        f"{path.relative_to(PACKAGE)} imports {name}"
        for path in _modules(PACKAGE)
        for name in _dotted(ast.parse(path.read_text(encoding="utf-8")))
        for network in NETWORK
        if f".{network}." in f".{name}." and not name.startswith("focalpoint_app.")
    }
    assert reaching <= REACHING


def test_an_import_is_seen_however_it_is_written() -> None:
    source = """
import os, sqlalchemy.orm
from focalpoint_app.storage.tables import Answer
from focalpoint_app import storage, gui
import focalpoint_app.pdf
from focalpoint_app import __version__
def late():
    from PySide6 import QtCore
"""
    seen = _imported(ast.parse(source))
    assert seen == {"sqlalchemy", "storage", "gui", "pdf", "", "PySide6"}


def test_only_the_agreed_names_lie_at_the_top() -> None:
    command = ["git", "ls-files", "--cached", "--full-name"]
    listing = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    assert {line.split("/")[0] for line in listing.stdout.splitlines()} <= TOP_LEVEL


def _modules(room: Path) -> Iterator[Path]:
    return iter([room] if room.is_file() else sorted(room.rglob("*.py")))


def _imported(tree: ast.Module) -> set[str]:
    """Rooms and foreign packages *tree* imports; "" for the package itself."""
    return {_room_or_package(name) for name in _dotted(tree)} - STANDARD


def _dotted(tree: ast.Module) -> Iterator[str]:
    """Every dotted name *tree* imports, at its top or later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _room_or_package(dotted: str) -> str:
    head, _, rest = dotted.partition(".")
    if head != "focalpoint_app":
        return head
    room = rest.partition(".")[0]
    return "" if room == "__version__" else room
