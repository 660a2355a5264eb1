"""Sets up everything that `make run`, `test` or `bundle` needs, and nothing twice.

Runs with the system's Python before anything is installed, so it uses the
standard library only and speaks plain sentences where something is missing.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)
LOCKS = {
    "run": "requirements.lock",
    "test": "requirements-dev.lock",
    "bundle": "requirements-bundle.lock",
    "soak": "requirements-soak.lock",
}

# What Qt loads by name, and the Debian package each comes from.
OFFSCREEN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
SCREEN_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
# Poppler reads our PDFs back and judges our signatures; Unicode's own test
# data judges our right-to-left order; SoftHSM is a card without a card;
# LibreOffice, without its windows, stands for Word; age opens our packets;
# strace hears whether a socket is opened; a library in C makes writes fail.
TEST_TOOLS = {
    "/usr/bin/age": "age",
    "/usr/bin/cc": "gcc",
    "/usr/bin/dbus-daemon": "dbus-daemon",
    "/usr/bin/pdfsig": "poppler-utils",
    "/usr/bin/softhsm2-util": "softhsm2",
    "/usr/bin/strace": "strace",
    "/usr/include/stdio.h": "libc6-dev",
    "/usr/lib/libreoffice/program/libswlo.so": "libreoffice-writer-nogui",
    "/usr/share/unicode/BidiCharacterTest.txt": "unicode-data",
}


class MissingError(Exception):
    """Something only the user can put right; the message says how."""


def main(purpose: str) -> int:
    """Prepare for *purpose*, one of LOCKS; 0, or 1 after one sentence."""
    folder = environment_for(purpose)
    try:
        check_python(sys.version_info[:2])
        install_system_packages(missing_packages(purpose))
        make_environment(folder)
        install_locked(folder, ROOT / LOCKS[purpose])
    except MissingError as missing:
        sys.stderr.write(f"\n{missing}\n")
        return 1
    (folder / f"prepared-{purpose}").touch()
    return 0


def check_python(version: tuple[int, ...]) -> None:
    if version < OLDEST_PYTHON:
        raise MissingError(
            "Focal point needs Python 3.11 or newer; this one is {}.{}. "
            "Install a newer Python (Debian: apt install python3.11 python3.11-venv; "
            "elsewhere: python.org) and name it: make run PYTHON=python3.11".format(
                *version
            )
        )


def environment_for(purpose: str) -> Path:
    """A bundle takes in what lies about, and a fuzzer's wheels are not everywhere:
    each has an environment of its own."""
    is_apart = purpose in ("bundle", "soak")
    return ROOT / (f".venv-{purpose}" if is_apart else ".venv")


def missing_packages(purpose: str) -> list[str]:
    """Debian packages this Linux still lacks for *purpose*; empty elsewhere."""
    if not sys.platform.startswith("linux"):
        return []
    libraries = dict(OFFSCREEN_LIBRARIES)
    if purpose == "bundle" or (purpose == "run" and has_screen()):
        libraries.update(SCREEN_LIBRARIES)  # a bundle takes them along
    packages = [libraries[name] for name in libraries if not can_load(name)]
    if purpose == "bundle" and not shutil.which("objdump"):
        packages.append("binutils")
    if not succeeds([sys.executable, "-c", "import ensurepip, venv"]):
        # Debian ships venv's larger half as a package of its own.
        packages.append("python{}.{}-venv".format(*sys.version_info[:2]))
    if purpose == "test" and shutil.which("apt-get"):
        packages += [TEST_TOOLS[path] for path in TEST_TOOLS if not Path(path).exists()]
    return packages


def has_screen() -> bool:
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_system_packages(packages: list[str]) -> None:
    """Install with apt where that needs no question; otherwise say what to type."""
    if not packages:
        return
    command = "apt-get install --yes --no-install-recommends " + " ".join(packages)
    prefix = administrator()
    if prefix is None or not shutil.which("apt-get"):
        raise MissingError(
            "These system packages are missing. Install them with this command "
            f"(or your system's like) and start again:\n\n    sudo {command}\n"
        )
    say("Installing system packages: " + " ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for wanted in ("apt-get update", command):
        asked = [*prefix, *wanted.split()]
        ran = subprocess.run(asked, env=environment, capture_output=True, text=True)
    if ran.returncode:
        sys.stderr.write(ran.stdout + ran.stderr)
        raise MissingError(f"apt could not install them. Try by hand: sudo {command}")


def administrator() -> "list[str] | None":
    """What to put before a command to run it as root without a question."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and succeeds(["sudo", "--non-interactive", "true"]):
        return ["sudo", "--non-interactive"]
    return None


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0


def make_environment(folder: Path) -> None:
    """A virtual environment with pip in *folder*; a half-made one is made anew."""
    if succeeds_safely([str(python_of(folder)), "-m", "pip", "--version"]):
        return
    say("Making the virtual environment")
    command = [sys.executable, "-m", "venv", "--clear", str(folder)]
    if subprocess.run(command).returncode:
        raise MissingError(
            f"Python could not make a virtual environment in {folder}. Its module "
            "venv is needed; python.org's installers and python3-venv have it."
        )


def succeeds_safely(command: list[str]) -> bool:
    return Path(command[0]).exists() and succeeds(command)


def python_of(folder: Path) -> Path:
    inside = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    return folder / inside


def install_locked(folder: Path, lock: Path) -> None:
    """Install *lock* with its hashes, unless exactly that is installed already."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    installed = folder / f"installed-{lock.stem}"
    if installed.exists() and installed.read_text() == digest:
        return
    say(f"Installing what {lock.name} lists")
    command = [str(python_of(folder)), "-m", "pip", "install", "--quiet"]
    command += ["--disable-pip-version-check", "--no-input", "--only-binary", ":all:"]
    command += ["--require-hashes", "--requirement", str(lock)]
    if subprocess.run(command).returncode:
        raise MissingError(
            "The libraries could not be installed (pip's own words are above). "
            "This first time a network connection is needed; later runs need none."
        )
    installed.write_text(digest)


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence} …\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
