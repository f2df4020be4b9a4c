"""OpenSearch domains on the Internet do not let everyone in."""

from bartizan.content.kinds.aws.opensearch_domain import Domain
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-opensearch-domain-policy-not-open",
    title="OpenSearch domains on the Internet do not let everyone in",
    severity=Severity.CRITICAL,
    every=Domain,
    must=~Domain.open_by_policy | Domain.in_vpc | Domain.fine_grained,
    because="Everyone on the Internet can read, change and delete every document without signing in.",
    fix=(
        "Name principals or addresses in the access policy, move the domain into a VPC, or make users sign in "
        "with advanced security options."
    ),
    serves=("no-public-data", "no-wildcard-trust"),
    passes=[
        Domain(open_by_policy=False),
        Domain(open_by_policy=True, in_vpc=True),
        Domain(open_by_policy=True, in_vpc=False, fine_grained=True),
    ],
    fails=[Domain(open_by_policy=True, in_vpc=False, fine_grained=False)],
)
