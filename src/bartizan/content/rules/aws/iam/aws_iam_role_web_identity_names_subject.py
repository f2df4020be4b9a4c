"""Roles assumed with a token name whose token it must be."""

from bartizan.content.kinds.aws.iam_role import FROM_GITHUB, Trust
from bartizan.core.claim import Rule, Severity

APPLICATION = r"^(cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com):"
"""Providers whose tokens name the application they were made for in the audience."""

RULE = Rule(
    id="aws-iam-role-web-identity-names-subject",
    title="Roles assumed with a token name whose token it must be",
    severity=Severity.HIGH,
    every=Trust,
    where=Trust.allows & Trust.by_token & ~FROM_GITHUB,
    must=(~Trust.subjects.empty() & ~Trust.subjects.has_match(r"^[*?]|^system:serviceaccount:[*?]"))
    | Trust.conditions.has_match(APPLICATION),
    because=(
        "Every token of the provider is then good for the role: that of any pod of the cluster, or of any customer of "
        "a pipeline service."
    ),
    fix=(
        "Add a condition on the :sub of the provider to the trust policy, for example "
        "system:serviceaccount:NAMESPACE:NAME for a cluster."
    ),
    serves=("no-wildcard-trust", "service-identity"),
    passes=[
        Trust(
            allows=True,
            by_token=True,
            federated=frozenset({"arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/A"}),
            conditions=frozenset({"oidc.eks.eu-central-1.amazonaws.com/id/a:sub"}),
            providers=frozenset(),
            subjects=frozenset({"system:serviceaccount:shop:orders"}),
        ),
        Trust(
            allows=True,
            by_token=True,
            federated=frozenset({"cognito-identity.amazonaws.com"}),
            conditions=frozenset({"cognito-identity.amazonaws.com:aud"}),
            providers=frozenset(),
            subjects=frozenset(),
        ),
    ],
    fails=[
        Trust(
            allows=True,
            by_token=True,
            federated=frozenset({"arn:aws:iam::111122223333:oidc-provider/gitlab.com"}),
            conditions=frozenset(),
            providers=frozenset(),
            subjects=frozenset(),
        ),
        Trust(
            allows=True,
            by_token=True,
            federated=frozenset({"${aws_iam_openid_connect_provider.eks.arn}"}),
            conditions=frozenset({"oidc.eks.eu-central-1.amazonaws.com/id/a:sub"}),
            providers=frozenset(),
            subjects=frozenset({"system:serviceaccount:*:*"}),
        ),
    ],
)
