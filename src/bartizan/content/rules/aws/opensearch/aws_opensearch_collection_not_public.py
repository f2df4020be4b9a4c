"""OpenSearch Serverless collections are not reached from the Internet."""

from bartizan.content.kinds.aws.opensearch_serverless_policy import NetworkPolicy
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-collection-not-public",
    title="OpenSearch Serverless collections are not reached from the Internet",
    severity=Severity.HIGH,
    every=NetworkPolicy,
    must=~NetworkPolicy.public,
    because="Everyone on the Internet can try to sign in, and one wrong data access policy opens the data.",
    fix="Set AllowFromPublic to false in the network policy and name VPC endpoints in SourceVPCEs.",
    serves=("no-public-data",),
    passes=[NetworkPolicy(public=False)],
    fails=[NetworkPolicy(public=True)],
)
