"""Answers in place of the system's file dialogs."""

from pathlib import Path

from focalpoint_app.gui.controls.file_dialogs import FileDialogs


class Answering(FileDialogs):
    """Gives one path to whoever asks."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path

    def to_open(self, *_: object, **__: object) -> Path | None:
        return self.path

    def to_open_several(self, *_: object, **__: object) -> tuple[Path, ...]:
        return () if self.path is None else (self.path,)

    def to_save(self, *_: object, **__: object) -> Path | None:
        return self.path

    def to_make(self, *_: object, **__: object) -> Path | None:
        return self.path

    def folder(self, *_: object, **__: object) -> Path | None:
        return self.path
