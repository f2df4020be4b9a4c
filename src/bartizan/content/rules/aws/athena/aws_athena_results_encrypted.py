"""Athena workgroups say how results are encrypted."""

from bartizan.content.kinds.aws.athena_workgroup import Workgroup
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-athena-results-encrypted",
    title="Athena workgroups say how results are encrypted",
    severity=Severity.LOW,
    every=Workgroup,
    must=Workgroup.encryption.is_set() | Workgroup.managed_results,
    because=(
        "Results are copies of the data that was asked for, in a bucket of their own that may have other settings."
    ),
    fix=(
        "Set encryption_option in result_configuration.encryption_configuration (Terraform) or "
        "ResultConfiguration.EncryptionConfiguration (CloudFormation), or let Athena manage the results."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_159", "AWS-0006", "AVD-AWS-0006", "aws-athena-enable-at-rest-encryption"),
    passes=[Workgroup(encryption="SSE_KMS"), Workgroup(encryption=None, managed_results=True)],
    fails=[Workgroup(encryption=None, managed_results=False)],
)
