"""Security configurations of EMR encrypt traffic between nodes."""

from bartizan.content.kinds.aws.emr_cluster import SecurityConfiguration
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-emr-configuration-encrypts-in-transit",
    title="Security configurations of EMR encrypt traffic between nodes",
    severity=Severity.MEDIUM,
    every=SecurityConfiguration,
    must=SecurityConfiguration.encrypts_traffic,
    because="Whoever is on the network between the nodes can read and change the data they exchange.",
    fix="Set EnableInTransitEncryption to true and give InTransitEncryptionConfiguration certificates.",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_351", "AWS-0138", "AVD-AWS-0138", "aws-emr-enable-in-transit-encryption"),
    passes=[SecurityConfiguration(encrypts_traffic=True)],
    fails=[SecurityConfiguration(encrypts_traffic=False)],
)
