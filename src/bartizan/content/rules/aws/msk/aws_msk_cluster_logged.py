"""MSK clusters send the logs of their brokers somewhere."""

from bartizan.content.kinds.aws.msk_cluster import Cluster
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-msk-cluster-logged",
    title="MSK clusters send the logs of their brokers somewhere",
    severity=Severity.LOW,
    every=Cluster,
    must=Cluster.logged,
    because="Failed sign-ins and refused requests leave no trace.",
    fix="Set logging_info.broker_logs (Terraform) or LoggingInfo.BrokerLogs (CloudFormation).",
    serves=("application-logging",),
    also=("CKV_AWS_80", "AWS-0074", "AVD-AWS-0074", "aws-msk-enable-logging"),
    passes=[Cluster(logged=True)],
    fails=[Cluster(logged=False)],
)
