"""Writes the lock files: every library pinned, with hashes, for every system.

The resolver (uv) works for all platforms at once, so that a lock written on
Linux also installs on Windows and macOS. No address of an index is written.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = "requirements.lock"
LOCKS = {
    RUNTIME: "",
    "requirements-dev.lock": "test",
    "requirements-bundle.lock": "bundle",
    "requirements-soak.lock": "soak",
}


def main() -> int:
    install = [sys.executable, "-m", "pip", "install", "--quiet", "uv==0.13.9"]
    subprocess.run(install, check=True)
    for name, extra in LOCKS.items():
        subprocess.run(compile_command(name, extra), cwd=ROOT, check=True)
    return 0


def compile_command(name: str, extra: str) -> list[str]:
    """Pins already in the file stay; delete a line, or the file, to renew it."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet"]
    command += ["--universal", "--generate-hashes", "--no-header", "--no-annotate"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "pyproject.toml"]
    if extra:
        command += ["--extra", extra, "--constraints", RUNTIME]
    return [*command, "--output-file", name]


if __name__ == "__main__":
    sys.exit(main())
