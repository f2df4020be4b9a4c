"""Security configurations of EMR encrypt data at rest."""

from bartizan.content.kinds.aws.emr_cluster import SecurityConfiguration
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-emr-configuration-encrypts-at-rest",
    title="Security configurations of EMR encrypt data at rest",
    severity=Severity.MEDIUM,
    every=SecurityConfiguration,
    must=SecurityConfiguration.encrypts_data
    & SecurityConfiguration.encrypts_disks
    & SecurityConfiguration.encrypts_volumes,
    because="Clusters keep the data they work on, and what they shuffle, on disks as it is.",
    fix=(
        "In AtRestEncryptionConfiguration set S3EncryptionConfiguration, and LocalDiskEncryptionConfiguration "
        "with EnableEbsEncryption; set EnableAtRestEncryption to true."
    ),
    serves=("encryption-at-rest",),
    also=(
        "CKV_AWS_171",
        "CKV_AWS_349",
        "CKV_AWS_350",
        "AWS-0137",
        "AVD-AWS-0137",
        "aws-emr-enable-at-rest-encryption",
        "AWS-0139",
        "AVD-AWS-0139",
        "aws-emr-enable-local-disk-encryption",
    ),
    passes=[SecurityConfiguration(encrypts_data=True, encrypts_disks=True, encrypts_volumes=True)],
    fails=[
        SecurityConfiguration(encrypts_data=False, encrypts_disks=False, encrypts_volumes=False),
        SecurityConfiguration(encrypts_data=True, encrypts_disks=True, encrypts_volumes=False),
    ],
)
