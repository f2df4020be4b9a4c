"""Search a domain in the network that lets everyone in."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.content.steps.data.scene import beside
from bartizan.core.kind import Asset
from bartizan.core.step import Reach, Step

STEP: Step[Asset, Domain] = Step(
    id="data-database-opensearch-open",
    title="Search a domain in the network that lets everyone in",
    technique="T1213",
    actor=Asset,
    move=Reach(on=Domain),
    where=Domain.in_vpc & Domain.open_by_policy & ~Domain.fine_grained,
    because=("Its access policy lets in whoever reaches the endpoint."),
    fix=("Name in the access policy who may send requests, and turn on fine-grained access control."),
    weight=0.3,
    reaches=[
        beside(Domain("aws_opensearch_domain.a", in_vpc=True, open_by_policy=True, fine_grained=False)),
    ],
    blocked=[
        beside(Domain("aws_opensearch_domain.a", in_vpc=True, open_by_policy=True, fine_grained=True)),
        beside(Domain("aws_opensearch_domain.a", in_vpc=True, open_by_policy=True, fine_grained=False), closed=True),
    ],
)
