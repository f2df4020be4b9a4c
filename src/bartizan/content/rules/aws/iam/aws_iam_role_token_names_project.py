"""Roles for pipelines other than GitHub's name the project that may use them."""

from bartizan.content.kinds.aws.iam_role import FROM_GITHUB, Trust
from bartizan.core.claim import Rule, Severity

ANY = r"^[*?]|^system:serviceaccount:[*?]"
"""Subjects that fit all tokens of a provider: aws-iam-role-web-identity-names-subject is about those."""

RULE = Rule(
    id="aws-iam-role-token-names-project",
    title="Roles for pipelines other than GitHub's name the project that may use them",
    severity=Severity.HIGH,
    every=Trust,
    where=Trust.allows & Trust.by_token & ~FROM_GITHUB & ~Trust.subjects.empty() & ~Trust.subjects.has_match(ANY),
    must=Trust.admits.one_of("exact", "project"),
    because="Every project of the group or organisation, and in the worst case of anyone, gets a token that fits.",
    fix="Write the group and project in full in the condition on :sub, and a wild card behind them at most.",
    serves=("no-wildcard-trust", "pipeline-least-privilege"),
    passes=[
        Trust(
            allows=True,
            by_token=True,
            federated=frozenset({"arn:aws:iam::111122223333:oidc-provider/gitlab.com"}),
            conditions=frozenset({"gitlab.com:sub"}),
            providers=frozenset(),
            subjects=frozenset({"project_path:acme/shop:ref_type:branch:ref:main"}),
            admits="exact",
        ),
    ],
    fails=[
        Trust(
            allows=True,
            by_token=True,
            federated=frozenset({"arn:aws:iam::111122223333:oidc-provider/gitlab.com"}),
            conditions=frozenset({"gitlab.com:sub"}),
            providers=frozenset(),
            subjects=frozenset({"project_path:acme/*"}),
            admits="owner",
        ),
    ],
)
