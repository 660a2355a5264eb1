"""The hook that guards every test of the suite does hear."""

from __future__ import annotations

import contextlib
import socket

import pytest

from tests.offline.sockets import NetworkUsedError


def test_a_socket_to_elsewhere_is_stopped(heard: list[str]) -> None:
    with pytest.raises(NetworkUsedError, match="family"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    assert len(heard) == 1
    heard.clear()


def test_a_question_for_a_name_is_stopped(heard: list[str]) -> None:
    with pytest.raises(NetworkUsedError, match="getaddrinfo"):
        socket.getaddrinfo("example.org", 443)
    heard.clear()


def test_a_swallowed_error_is_heard_all_the_same(heard: list[str]) -> None:
    with contextlib.suppress(RuntimeError):
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
    assert heard == [f"a socket of family {int(socket.AF_INET6)}"]
    heard.clear()


@pytest.mark.loopback
def test_where_it_is_allowed_the_loopback_is_reached_and_nothing_else(
    heard: list[str],
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()
    with socket.socket() as outward, pytest.raises(NetworkUsedError):
        outward.connect(("192.0.2.1", 80))
    assert len(heard) == 1
    heard.clear()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="Windows has none")
def test_a_pair_within_the_program_is_no_network(heard: list[str]) -> None:
    for each in socket.socketpair():
        each.close()
    assert heard == []
