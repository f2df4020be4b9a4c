"""Compose services add no dangerous capabilities."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-capabilities-limited",
    title="Compose services add no dangerous capabilities",
    severity=Severity.HIGH,
    every=ComposeService,
    must=ComposeService.adds.has_only(
        "AUDIT_WRITE",
        "CHOWN",
        "DAC_OVERRIDE",
        "FOWNER",
        "FSETID",
        "KILL",
        "MKNOD",
        "NET_BIND_SERVICE",
        "SETFCAP",
        "SETGID",
        "SETPCAP",
        "SETUID",
        "SYS_CHROOT",
    ),
    because="Capabilities such as SYS_ADMIN are most of what root is.",
    fix="Take the capability out of cap_add.",
    serves=("minimal-capabilities",),
    passes=[ComposeService(adds=frozenset())],
    fails=[ComposeService(adds=frozenset({"SYS_ADMIN"}))],
)
