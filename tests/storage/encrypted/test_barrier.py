"""Who had begun before the lock fell goes on; who comes after does not."""

from __future__ import annotations

from threading import Thread

from focalpoint_app.storage.ciphers.barrier import Barrier


def test_it_refuses_nobody_until_it_falls() -> None:
    assert Barrier().refusal == ""


def test_whoever_has_a_lease_goes_on_in_its_thread_alone() -> None:
    barrier, seen = Barrier(), list[str]()
    lease = barrier.lease()
    barrier.fall(lambda: None)

    def work() -> None:
        with lease:
            seen.append(barrier.refusal)
        seen.append(barrier.refusal)

    thread = Thread(target=work)
    thread.start()
    thread.join()
    assert seen == ["", "workspace.locked"]
    assert barrier.refusal == "workspace.locked"


def test_the_last_to_end_forgets() -> None:
    barrier, forgotten = Barrier(), list[str]()
    first, second = barrier.lease(), barrier.lease()
    barrier.fall(lambda: forgotten.append("key"))
    with first:
        pass
    assert forgotten == []
    with second:
        pass
    assert forgotten == ["key"]


def test_where_nobody_is_at_work_it_is_forgotten_at_once() -> None:
    barrier, forgotten = Barrier(), list[str]()
    with barrier.lease():
        pass
    barrier.fall(lambda: forgotten.append("key"))
    assert forgotten == ["key"]


def test_shut_it_waits_for_nobody_and_says_so() -> None:
    barrier, forgotten = Barrier(), list[str]()
    with barrier.lease():
        barrier.fall(lambda: forgotten.append("key"))
        barrier.shut()
        assert barrier.refusal == "workspace.locked_meanwhile"
    assert forgotten == ["key"]


def test_a_lease_that_is_taken_behind_it_lets_nobody_in() -> None:
    barrier = Barrier()
    barrier.fall(lambda: None)
    with barrier.lease():
        assert barrier.refusal == "workspace.locked"


def test_raised_it_lets_everybody_in_and_forgets_nothing_more() -> None:
    barrier, forgotten = Barrier(), list[str]()
    lease = barrier.lease()
    barrier.fall(lambda: forgotten.append("key"))
    barrier.rise()
    with lease:
        assert barrier.refusal == ""
    assert forgotten == []
