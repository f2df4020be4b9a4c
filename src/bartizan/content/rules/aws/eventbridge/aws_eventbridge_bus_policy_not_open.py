"""Event buses do not let everyone send events."""

from bartizan.content.kinds.aws.eventbridge_policy import BusPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-eventbridge-bus-policy-not-open",
    title="Event buses do not let everyone send events",
    severity=Severity.HIGH,
    every=BusPolicy,
    must=~BusPolicy.open_to_all,
    because="Every AWS account in the world can send false events, which start whatever listens to the bus.",
    fix="Name accounts in the policy, or limit it by aws:PrincipalOrgID.",
    serves=("no-wildcard-trust", "cross-account-control"),
    passes=[BusPolicy(open_to_all=False)],
    fails=[BusPolicy(open_to_all=True)],
)
