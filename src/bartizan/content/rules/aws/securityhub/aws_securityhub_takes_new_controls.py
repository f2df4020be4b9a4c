"""Security Hub takes up new controls by itself."""

from bartizan.content.kinds.aws.guardduty_detector import Hub
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-securityhub-takes-new-controls",
    title="Security Hub takes up new controls by itself",
    severity=Severity.LOW,
    every=Hub,
    must=Hub.takes_new_controls,
    because="Controls are added for new services and attacks; without them the score stays green while the gap grows.",
    fix="Leave out auto_enable_controls (Terraform) or AutoEnableControls (CloudFormation), or set it to true.",
    serves=("configuration-recording", "monitoring-and-alerting"),
    passes=[
        Hub(takes_new_controls=True),
    ],
    fails=[
        Hub(takes_new_controls=False),
    ],
)
