"""Every journey is made where there is no network, be it C++ that asks for one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.offline.apart import without_interfaces


@pytest.fixture(autouse=True, scope="package")
def _apart() -> Iterator[None]:
    with without_interfaces():
        yield
