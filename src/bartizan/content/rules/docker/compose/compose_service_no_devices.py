"""Compose services get no devices of the host."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-no-devices",
    title="Compose services get no devices of the host",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=~ComposeService.devices,
    because="The container can read and write the device: a disk, for example.",
    fix="Remove devices.",
    serves=("container-isolation",),
    passes=[ComposeService(devices=False)],
    fails=[ComposeService(devices=True)],
)
