"""Rewrite the access policy of a domain to search it."""

from bartizan.content.kinds.aws.iam_identity import Identity
from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.content.steps.aws.scene import allow, arn, deny, user
from bartizan.content.steps.data.scene import ann, kept
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="data-aws-opensearch-policy-rewrite",
    title="Rewrite the access policy of a domain to search it",
    technique="T1222",
    actor=Identity,
    move=Act(on=Domain, uses=(Use(actions=("es:UpdateDomainConfig",)),)),
    where=~Domain.in_vpc,
    because=("Whoever updates a domain writes its access policy and the password of its main user."),
    fix=("Keep es:UpdateDomainConfig with those who run domains, and place domains in a VPC."),
    weight=0.6,
    reaches=[
        (*ann("es:UpdateDomainConfig"), kept(Domain, arn("es", "domain/orders"), in_vpc=False)),
        (*ann("es:*"), kept(Domain, arn("es", "domain/orders"), in_vpc=False)),
    ],
    blocked=[
        (*ann(), kept(Domain, arn("es", "domain/orders"), in_vpc=False)),
        (*ann("es:Describe*"), kept(Domain, arn("es", "domain/orders"), in_vpc=False)),
        (
            *user("ann", allow("es:UpdateDomainConfig"), deny("es:UpdateDomainConfig")),
            kept(Domain, arn("es", "domain/orders"), in_vpc=False),
        ),
        (*ann("es:UpdateDomainConfig"), kept(Domain, arn("es", "domain/orders"), in_vpc=True)),
    ],
)
