"""Overlay networks are encrypted."""

from bartizan.content.kinds.docker.compose import ComposeNetwork
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-network-overlay-encrypted",
    title="Overlay networks are encrypted",
    severity=Severity.MEDIUM,
    every=ComposeNetwork,
    where=ComposeNetwork.driver.equals("overlay"),
    must=ComposeNetwork.encrypted,
    because="What goes between the hosts can be read on its way.",
    fix="Set driver_opts.encrypted.",
    serves=("encryption-in-transit",),
    passes=[ComposeNetwork(driver="overlay", encrypted=True)],
    fails=[ComposeNetwork(driver="overlay", encrypted=False)],
)
