"""Keys of wallets: whether a number is one that somebody keeps money behind."""

from __future__ import annotations

import hashlib

from bartizan.collect.secrets.checks.placeholders import placeholder
from bartizan.collect.secrets.checks.randomness import entropy

_DEVELOPMENT = frozenset(
    {
        "bc1a50966c9e6486bc4ebf880b51611a2a97fcb8e7a6976e9b81a9e3e8ca0e3c",
        "8335c55334821eefd4334369ff9c04a8594f161013cf9d87f58802d87297837e",
        "b26ab6529d20ebebb4192256f202984754f785481c64b1a1aed58cac93b3617e",
        "64034b44c579b335ab5e85debbfe72789e970138cc8d296799c3833a2a8525fb",
        "4d3e46eec8244d1d106f866ee48994f6176705298aee1b8426b2ad2529eb454b",
        "578592185588730b9d10b87e2274706a8301a179cdb60fb4263c788e7e679503",
    }
)
"""SHA-256 of the keys that Hardhat, Anvil and Ganache give to the first accounts of every test chain."""


def ethereum(secret: str, text: str) -> bool:
    """Return whether 32 bytes are random, and none of the keys that all developers share."""
    digits = secret.lower().removeprefix("0x")
    known = hashlib.sha256(digits.encode()).hexdigest() in _DEVELOPMENT
    return not known and not placeholder(digits) and entropy(digits) > 3.0
