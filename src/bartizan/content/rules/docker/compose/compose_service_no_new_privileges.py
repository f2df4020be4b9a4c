"""Processes in Compose services cannot gain privileges."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="compose-service-no-new-privileges",
    title="Processes in Compose services cannot gain privileges",
    severity=Severity.LOW,
    every=ComposeService,
    must=ComposeService.no_new_privileges,
    because="A set-user-id program makes root of an ordinary process.",
    fix="Add no-new-privileges:true to security_opt.",
    serves=("no-privilege-escalation",),
    passes=[ComposeService(no_new_privileges=True)],
    fails=[ComposeService(no_new_privileges=False)],
)
