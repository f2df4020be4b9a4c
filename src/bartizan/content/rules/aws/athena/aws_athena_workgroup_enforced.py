"""Clients of Athena workgroups cannot choose their own settings."""

from bartizan.content.kinds.aws.athena_workgroup import Workgroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-athena-workgroup-enforced",
    title="Clients of Athena workgroups cannot choose their own settings",
    severity=Severity.MEDIUM,
    every=Workgroup,
    must=Workgroup.enforced,
    because="A client can send results to a bucket of its choice, without encryption.",
    fix=("Set enforce_workgroup_configuration (Terraform) or EnforceWorkGroupConfiguration (CloudFormation) to true."),
    serves=("encryption-at-rest", "configuration-baseline"),
    also=("CKV_AWS_82", "AWS-0007", "AVD-AWS-0007", "aws-athena-no-encryption-override"),
    passes=[Workgroup(enforced=True)],
    fails=[Workgroup(enforced=False)],
)
