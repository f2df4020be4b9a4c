"""DMS replication instances install minor versions by themselves."""

from bartizan.content.kinds.aws.dms_instance import ReplicationInstance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dms-instance-patched",
    title="DMS replication instances install minor versions by themselves",
    severity=Severity.LOW,
    every=ReplicationInstance,
    must=ReplicationInstance.minor_upgrades,
    because="Minor versions fix known flaws of the engine; where nobody installs them, those flaws stay open.",
    fix="Set auto_minor_version_upgrade (Terraform) or AutoMinorVersionUpgrade (CloudFormation) to true.",
    serves=("patching",),
    also=("CKV_AWS_222",),
    passes=[ReplicationInstance(minor_upgrades=True)],
    fails=[ReplicationInstance(minor_upgrades=False)],
)
