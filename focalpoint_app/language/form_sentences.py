"""What is wrong with a questionnaire's files, code by code, with file and line."""

from collections.abc import Mapping

from focalpoint_app.language.markers import one_many

FORM_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "form.broken": one_many(
        "The questionnaire was refused because of {n} mistake in its files.",
        "The questionnaire was refused because of {n} mistakes in its files.",
    ),
}
