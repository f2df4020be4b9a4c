"""Compose services keep the filters of the kernel."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-confined",
    title="Compose services keep the filters of the kernel",
    severity=Severity.MEDIUM,
    every=ComposeService,
    must=~ComposeService.unconfined,
    because="Every system call of the kernel is open to whoever breaks in.",
    fix="Remove seccomp:unconfined, apparmor:unconfined or label:disable.",
    serves=("syscall-filtering",),
    passes=[ComposeService(unconfined=False)],
    fails=[ComposeService(unconfined=True)],
)
