"""Transfer servers use a current security policy."""

from bartizan.content.kinds.aws.transfer_server import Server
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-transfer-server-policy-current",
    title="Transfer servers use a current security policy",
    severity=Severity.LOW,
    every=Server,
    must=Server.security_policy.matches(r"-20(2[4-9]|[3-9][0-9])-"),
    because="Older policies accept ciphers and keys with known weaknesses.",
    fix=(
        "Set security_policy_name (Terraform) or SecurityPolicyName (CloudFormation) to "
        "TransferSecurityPolicy-2024-01 or later."
    ),
    serves=("strong-tls",),
    also=("CKV_AWS_380",),
    passes=[
        Server(security_policy="TransferSecurityPolicy-2024-01"),
        Server(security_policy="TransferSecurityPolicy-FIPS-2024-05"),
    ],
    fails=[Server(security_policy="TransferSecurityPolicy-2018-11")],
)
