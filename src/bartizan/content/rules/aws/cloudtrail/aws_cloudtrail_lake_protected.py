"""Event data stores are protected from deletion."""

from bartizan.content.kinds.aws.cloudtrail_trail import EventStore
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-cloudtrail-lake-protected",
    title="Event data stores are protected from deletion",
    severity=Severity.LOW,
    every=EventStore,
    must=EventStore.protected,
    because="An intruder who may delete the store deletes the traces with it.",
    fix=(
        "Leave out termination_protection_enabled (Terraform) or TerminationProtectionEnabled (CloudFormation), or "
        "set it to true."
    ),
    serves=("deletion-protection", "log-integrity"),
    passes=[
        EventStore(protected=True),
    ],
    fails=[
        EventStore(protected=False),
    ],
)
