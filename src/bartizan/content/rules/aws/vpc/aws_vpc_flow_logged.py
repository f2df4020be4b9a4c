"""VPCs have a flow log."""

from bartizan.content.kinds.aws.vpc_vpc import Vpc
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-flow-logged",
    title="VPCs have a flow log",
    severity=Severity.MEDIUM,
    every=Vpc,
    must=Vpc.flow_logged,
    because=(
        "Without flow logs nobody can tell afterwards who spoke with what: which machines an intruder "
        "reached, and where the data went."
    ),
    fix="Add aws_flow_log (AWS::EC2::FlowLog) for the VPC with traffic_type ALL or REJECT.",
    serves=("network-logging",),
    also=(
        "CKV2_AWS_11",
        "AWS-0178",
        "AVD-AWS-0178",
        "aws-ec2-require-vpc-flow-logs-for-all-vpcs",
        "aws-autoscaling-enable-at-rest-encryption",
    ),
    passes=[Vpc(flow_logged=True)],
    fails=[Vpc(flow_logged=False)],
)
