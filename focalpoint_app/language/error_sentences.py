"""What an expected error says: what happened and what to do, code by code."""

from collections.abc import Mapping

from focalpoint_app.language.markers import N_

ERROR_SENTENCES: Mapping[str, str | tuple[str, str]] = {
    "condition.malformed": N_("A condition cannot be read: {text}"),
}
"""A pair is counted by the error's ``count``."""
