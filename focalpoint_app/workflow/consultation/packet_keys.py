"""The workspace's own keys: one signs its packets, one a round opens replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from focalpoint_app.workflow.review.desk import Desk

if TYPE_CHECKING:
    from focalpoint_app.exchange.packets.keys import RoundKey, SigningKey

_SIGNING = "signing"
_ROUND = "round."


def signing_key(desk: Desk) -> SigningKey:
    """Made once and kept."""
    from focalpoint_app.exchange.packets.keys import SigningKey, new_signing_key

    kept = desk.workspace.secret(_SIGNING)
    if kept is not None:
        return SigningKey(bytes.fromhex(kept))
    made = new_signing_key()
    desk.workspace.keep_secret(_SIGNING, made.secret.hex())
    return made


def round_key(desk: Desk, round_id: str) -> RoundKey:
    """Replies of the round are locked for it; made with its first packet."""
    from focalpoint_app.exchange.packets.keys import RoundKey, new_round_key

    kept = desk.workspace.secret(_ROUND + round_id)
    if kept is not None:
        identity, recipient = kept.split()
        return RoundKey(identity, recipient)
    made = new_round_key()
    desk.workspace.keep_secret(_ROUND + round_id, f"{made.identity} {made.recipient}")
    return made


def round_identities(desk: Desk) -> tuple[str, ...]:
    """What opens the replies of every round."""
    secrets = desk.workspace.secrets()
    return tuple(
        value.split()[0] for name, value in secrets.items() if name.startswith(_ROUND)
    )
