"""Routes over peering connections lead to named ranges."""

from bartizan.content.kinds.aws.vpc_route import Route
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-vpc-peering-routes-narrow",
    title="Routes over peering connections lead to named ranges",
    severity=Severity.MEDIUM,
    every=Route,
    where=Route.over.equals("peering"),
    must=~Route.everywhere,
    because=(
        "Sending everything over a peering connection hands all traffic of the subnet to the other network, "
        "and makes one flat network of two."
    ),
    fix="Set destination_cidr_block (DestinationCidrBlock) to the range that is needed on the other side.",
    serves=("network-segmentation",),
    also=("CKV2_AWS_44",),
    passes=[Route(over="peering", everywhere=False)],
    fails=[Route(over="peering", everywhere=True)],
)
