"""A robot that waits as long as a machine that is busy with others may need."""

from collections.abc import Callable
from typing import Any, Literal

from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker

PATIENCE = 30_000
"""Milliseconds, where pytest-qt takes 5,000: only a test that fails takes so long."""


class PatientBot(QtBot):
    def waitUntil(
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE
    ) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(
        self,
        signal: Any,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(
            signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb
        )

    def waitSignals(
        self,
        signals: list[Any],
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cbs: list[Callable[..., bool]] | None = None,
        order: Literal["none", "simple", "strict"] = "none",
    ) -> MultiSignalBlocker:
        return super().waitSignals(
            signals,
            timeout=timeout,
            raising=raising,
            check_params_cbs=check_params_cbs,
            order=order,
        )
