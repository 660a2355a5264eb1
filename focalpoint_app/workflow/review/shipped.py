"""The questionnaires that travel with the program."""

from functools import lru_cache
from pathlib import Path

from focalpoint_app.domain.errors import AppError
from focalpoint_app.domain.questionnaire import Questionnaire
from focalpoint_app.forms.reading import load
from focalpoint_app.platform.places import forms_folder


def questionnaire_of(cluster: int) -> Questionnaire:
    """The shipped questionnaire; AppError ``form.unknown`` for another cluster."""
    folder = forms_folder() / f"cluster-{cluster}"
    if not folder.is_dir():
        raise AppError("form.unknown", form=f"cluster-{cluster}")
    return _read(folder)


@lru_cache(maxsize=1)
def _read(folder: Path) -> Questionnaire:
    """Read and checked once: what travels with the program does not change under it."""
    return load(folder)


def shipped_clusters() -> list[int]:
    return sorted(
        int(folder.name.removeprefix("cluster-"))
        for folder in forms_folder().glob("cluster-*")
    )


def form_named(name: str) -> Questionnaire:
    """``cluster-1``; AppError ``form.unknown``."""
    if name not in {f"cluster-{cluster}" for cluster in shipped_clusters()}:
        raise AppError("form.unknown", form=name)
    return questionnaire_of(int(name.removeprefix("cluster-")))
