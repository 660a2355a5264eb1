"""The wheel holds all it needs, and the locks hold all of the wheel's libraries."""

import ast
import json
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-bundle.lock",
    "requirements-soak.lock",
)
COMPILED = shutil.ignore_patterns("__pycache__", "*.mo")
AGPL = {"pymupdf", "fitz"}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("source"))


def built(copy: Path) -> Path:
    """In a copy, since building compiles the translations in place."""
    for name in ("focalpoint_app", "forms", "resources", "tools", "docs"):
        shutil.copytree(ROOT / name, copy / name, ignore=COMPILED)
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(ROOT / name, copy)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(command, cwd=copy, check=True, capture_output=True)
    return next((copy / "dist").glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program as pip leaves it, its libraries being elsewhere."""
    folder = tmp_path_factory.mktemp("installed")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    command += ["--no-index", "--disable-pip-version-check", "--target", str(folder)]
    subprocess.run([*command, str(wheel)], check=True)
    return folder


def test_everything_that_travels_is_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("forms", "resources"):
        expected = {
            f"focalpoint_app/bundled/{name}"
            for name in _tracked(folder)
            if (ROOT / name).exists()
        }
        assert expected
        assert expected <= names


def test_every_translation_is_in_the_wheel_compiled(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = {name for name in names if name.endswith(".po")}
    assert sources
    assert {f"{name.removesuffix('.po')}.mo" for name in sources} <= names


def test_the_same_sources_give_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    """Another folder, other times of files: the same bytes."""
    again = built(tmp_path)
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_nothing_of_the_tests_or_tools_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"focalpoint_app"}


def test_the_wheel_carries_the_licence_and_the_notices(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/docs/licences.md") for name in names)


def test_the_installed_program_finds_its_folders(
    installed: Path, tmp_path: Path
) -> None:
    code = (
        "from focalpoint_app.platform.places import forms_folder, resources_folder\n"
        "print(forms_folder(), resources_folder(), sep='\\n')"
    )
    found = _ran(installed, tmp_path, [sys.executable, "-c", code]).splitlines()
    bundled = installed / "focalpoint_app" / "bundled"
    assert found == [str(bundled / "forms"), str(bundled / "resources")]
    assert all(any(Path(folder).rglob("*.*")) for folder in found)


def test_the_installed_command_lists_the_questionnaires_it_carries(
    installed: Path, tmp_path: Path
) -> None:
    program = installed / "bin" / "focalpoint"
    listed = json.loads(_ran(installed, tmp_path, [str(program), "forms", "--json"]))
    assert [form["id"] for form in listed] == ["cluster-1"]
    assert listed[0]["questions"] >= 120


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_with_hashes_and_names_no_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "-index" not in text
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9._-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("name", LOCKS)
def test_every_lock_agrees_with_the_runtimes(name: str) -> None:
    runtime, other = _pins(LOCKS[0]), _pins(name)
    assert runtime.items() <= other.items()


def test_every_declared_library_is_locked() -> None:
    assert _declared() <= _pins(LOCKS[0]).keys()


def test_every_imported_library_is_declared() -> None:
    """Also what arrives with another library: it may leave with it."""
    homes = packages_distributions()
    declared = _declared() | {"focalpoint"}
    undeclared = {
        name
        for name in _imported_packages()
        if not declared & {_normal(home) for home in homes.get(name, [name])}
    }
    assert undeclared == set()


def test_nothing_agpl_reaches_the_program() -> None:
    assert not AGPL & _imported_packages()
    assert not AGPL & _pins("requirements.lock").keys()
    assert not AGPL & _pins("requirements-bundle.lock").keys()


def test_every_locked_library_is_named_in_the_notices() -> None:
    notices = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").lower()
    assert {name for name in _pins(LOCKS[0]) if name not in notices} == set()


def _tracked(folder: str) -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return listing.stdout.splitlines()


def _ran(installed: Path, folder: Path, command: list[str]) -> str:
    """What *command* prints elsewhere, with the wheel instead of the checkout."""
    environment = {"PYTHONPATH": str(installed), "PATH": "/usr/bin:/bin"}
    environment |= {"FOCALPOINT_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        command,
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def _pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, flags=re.MULTILINE))


def _declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = (
        re.split(r"[<>=\[;]", each)[0] for each in project["project"]["dependencies"]
    )
    return {_normal(name) for name in names}


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _imported_packages() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "focalpoint_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"focalpoint_app"}
