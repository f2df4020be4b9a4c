"""RDS instances install minor versions by themselves."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-patched",
    title="RDS instances install minor versions by themselves",
    severity=Severity.MEDIUM,
    every=Instance,
    must=Instance.minor_upgrades,
    because="Minor versions fix known flaws of the engine; where nobody installs them, those flaws stay open.",
    fix=(
        "Remove auto_minor_version_upgrade (Terraform) or AutoMinorVersionUpgrade (CloudFormation), or set it to true."
    ),
    serves=("patching",),
    also=("CKV_AWS_226",),
    passes=[Instance(minor_upgrades=True)],
    fails=[Instance(minor_upgrades=False)],
)
