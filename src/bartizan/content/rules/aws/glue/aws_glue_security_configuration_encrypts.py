"""Security configurations of Glue encrypt data, logs and bookmarks."""

from bartizan.content.kinds.aws.glue_security import SecurityConfiguration
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-glue-security-configuration-encrypts",
    title="Security configurations of Glue encrypt data, logs and bookmarks",
    severity=Severity.LOW,
    every=SecurityConfiguration,
    must=SecurityConfiguration.encrypts_data
    & SecurityConfiguration.encrypts_logs
    & SecurityConfiguration.encrypts_bookmarks,
    because=("Jobs that rely on the configuration leave copies of the data in logs and temporary files as they are."),
    fix=(
        "Set the modes of s3_encryption, cloudwatch_encryption and job_bookmarks_encryption (Terraform), or of "
        "S3Encryptions, CloudWatchEncryption and JobBookmarksEncryption (CloudFormation)."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_99",),
    passes=[SecurityConfiguration(encrypts_data=True, encrypts_logs=True, encrypts_bookmarks=True)],
    fails=[SecurityConfiguration(encrypts_data=True, encrypts_logs=False, encrypts_bookmarks=True)],
)
