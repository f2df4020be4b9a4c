"""Search a domain whose access policy lets everyone in."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.content.kinds.internet import Internet
from bartizan.content.steps.aws.scene import arn
from bartizan.content.steps.data.scene import INTERNET, kept, opened
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-public-opensearch-read",
    title="Search a domain whose access policy lets everyone in",
    technique="T1530",
    actor=Internet,
    move=Act(on=Domain, uses=(Use(actions=("es:ESHttpGet",), resource="{target}/*"),)),
    where=~Domain.in_vpc & ~Domain.fine_grained,
    because=("Anybody sends requests to the endpoint on the Internet and reads every index."),
    fix=("Place the domain in a VPC, name who may send requests, and turn on fine-grained access control."),
    weight=0.1,
    reaches=[
        (
            INTERNET,
            kept(Domain, arn("es", "domain/orders"), policy=opened("es:ESHttpGet"), in_vpc=False, fine_grained=False),
        ),
    ],
    blocked=[
        (INTERNET, kept(Domain, arn("es", "domain/orders"), in_vpc=False, fine_grained=False)),
        (
            INTERNET,
            kept(
                Domain,
                arn("es", "domain/orders"),
                policy=opened("es:ESHttpGet", to="arn:aws:iam::111122223333:root"),
                in_vpc=False,
                fine_grained=False,
            ),
        ),
        (
            INTERNET,
            kept(Domain, arn("es", "domain/orders"), policy=opened("es:List*"), in_vpc=False, fine_grained=False),
        ),
        (
            INTERNET,
            kept(
                Domain,
                arn("es", "domain/orders"),
                policy=opened("es:ESHttpGet", when={"StringEquals": {"aws:PrincipalAccount": "111122223333"}}),
                in_vpc=False,
                fine_grained=False,
            ),
        ),
        (
            INTERNET,
            kept(Domain, arn("es", "domain/orders"), policy=opened("es:ESHttpGet"), in_vpc=True, fine_grained=False),
        ),
        (
            INTERNET,
            kept(Domain, arn("es", "domain/orders"), policy=opened("es:ESHttpGet"), in_vpc=False, fine_grained=True),
        ),
    ],
)
