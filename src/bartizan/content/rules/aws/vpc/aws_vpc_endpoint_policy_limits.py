"""Policies of VPC endpoints limit what goes through."""

from bartizan.content.kinds.aws.vpc_endpoint import Endpoint
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-endpoint-policy-limits",
    title="Policies of VPC endpoints limit what goes through",
    severity=Severity.LOW,
    every=Endpoint,
    where=Endpoint.type.one_of("Gateway", "Interface"),
    must=~Endpoint.open_policy,
    because=(
        "Through an endpoint that allows everything, stolen keys of another account can carry data out past "
        "every firewall of the network."
    ),
    fix="Set policy (PolicyDocument) to the principals of the organisation, or to the resources that are used.",
    serves=("restricted-egress", "least-privilege"),
    passes=[Endpoint(type="Interface", open_policy=False)],
    fails=[Endpoint(type="Gateway", open_policy=True)],
)
