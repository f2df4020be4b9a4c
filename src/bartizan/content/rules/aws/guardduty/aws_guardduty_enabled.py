"""GuardDuty is on."""

from bartizan.content.kinds.aws.guardduty_detector import Detector
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-guardduty-enabled",
    title="GuardDuty is on",
    severity=Severity.MEDIUM,
    every=Detector,
    must=Detector.on,
    because="Without it nobody is told of stolen credentials in use, calls from known attackers or mining of coins.",
    fix="Set enable (Terraform) or Enable (CloudFormation) of the detector to true.",
    serves=("threat-detection",),
    also=("CKV_AWS_238",),
    passes=[
        Detector(on=True),
    ],
    fails=[
        Detector(on=False),
    ],
)
