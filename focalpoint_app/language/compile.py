"""Compiles every catalogue of the program and its questionnaires to ``.mo``."""

import sys
from collections.abc import Iterator
from pathlib import Path

from focalpoint_app.language.messages import compile_catalogue
from focalpoint_app.language.places import bundled


def catalogues() -> Iterator[Path]:
    for folder in (bundled("resources") / "translations", bundled("forms")):
        yield from sorted(folder.rglob("*.po"))


def main() -> None:
    for path in catalogues():
        sys.stdout.write(f"{compile_catalogue(path).name}: {path.parent.name}\n")


if __name__ == "__main__":
    main()
