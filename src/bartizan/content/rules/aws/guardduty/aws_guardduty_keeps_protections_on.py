"""GuardDuty watches data, clusters, machines and functions too."""

from bartizan.content.kinds.aws.guardduty_detector import Detector
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-guardduty-keeps-protections-on",
    title="GuardDuty watches data, clusters, machines and functions too",
    severity=Severity.LOW,
    every=Detector,
    must=~Detector.left_out.has_any(
        "S3_DATA_EVENTS",
        "EKS_AUDIT_LOGS",
        "EBS_MALWARE_PROTECTION",
        "RDS_LOGIN_EVENTS",
        "LAMBDA_NETWORK_LOGS",
    ),
    because="A protection that is switched off is a service in which attacks stay unseen.",
    fix="Remove the features with status DISABLED, or the data sources with enable false.",
    serves=("threat-detection", "malware-protection"),
    passes=[
        Detector(left_out=frozenset()),
    ],
    fails=[
        Detector(left_out=frozenset({"S3_DATA_EVENTS"})),
    ],
)
