"""Compiles the translations before the wheel is packed, so that it starts at once."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TranslationsHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, self.root)
        from focalpoint_app.language.compile import main

        main()
