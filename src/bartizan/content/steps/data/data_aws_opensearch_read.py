"""Search the indices of a domain on the Internet."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-opensearch-read",
    title="Search the indices of a domain on the Internet",
    technique="T1530",
    actor=Identity,
    move=Act(on=Domain, uses=(Use(actions=("es:ESHttpGet",), resource="{target}/*"),)),
    where=~Domain.in_vpc & ~Domain.fine_grained,
    because=("Whoever may send GET requests to the endpoint reads every index."),
    fix=("Place the domain in a VPC, and turn on fine-grained access control."),
    weight=0.5,
    reaches=[
        (*ann("es:ESHttpGet"), kept(Domain, arn("es", "domain/orders"), in_vpc=False, fine_grained=False)),
        (*ann("es:*"), kept(Domain, arn("es", "domain/orders"), in_vpc=False, fine_grained=False)),
    ],
    blocked=[
        (*ann(), kept(Domain, arn("es", "domain/orders"), in_vpc=False, fine_grained=False)),
        (*ann("es:Describe*"), kept(Domain, arn("es", "domain/orders"), in_vpc=False, fine_grained=False)),
        (
            *user("ann", allow("es:ESHttpGet"), deny("es:ESHttpGet")),
            kept(Domain, arn("es", "domain/orders"), in_vpc=False, fine_grained=False),
        ),
        (*ann("es:ESHttpGet"), kept(Domain, arn("es", "domain/orders"), in_vpc=True, fine_grained=False)),
        (*ann("es:ESHttpGet"), kept(Domain, arn("es", "domain/orders"), in_vpc=False, fine_grained=True)),
    ],
)
