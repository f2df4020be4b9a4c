"""Security groups of EMR clusters let nobody in from the Internet."""

from bartizan.content.kinds.aws.emr_cluster import Cluster
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup, SecurityGroupRule
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-emr-cluster-not-open",
    title="Security groups of EMR clusters let nobody in from the Internet",
    severity=Severity.HIGH,
    every=Cluster,
    must=~Cluster.security_groups.any(SecurityGroup.rules.any(SecurityGroupRule.ingress & SecurityGroupRule.anywhere)),
    because="The interfaces of Hadoop and Spark run code for whoever reaches them, most without a password.",
    fix=(
        "Name address ranges or security groups of your own in the rules of the groups in ec2_attributes "
        "(Terraform) or Instances (CloudFormation)."
    ),
    serves=("no-public-service", "no-open-admin-ports"),
    also=("CKV2_AWS_7",),
    passes=[
        Cluster(security_groups=frozenset()),
        (
            Cluster(security_groups=frozenset({"g"})),
            SecurityGroup("g", rules=frozenset({"r"})),
            SecurityGroupRule("r", ingress=True, anywhere=False),
        ),
    ],
    fails=[
        (
            Cluster(security_groups=frozenset({"g"})),
            SecurityGroup("g", rules=frozenset({"r"})),
            SecurityGroupRule("r", ingress=True, anywhere=True),
        )
    ],
)
