"""Roles for GitHub Actions name the repository that may use them."""

from bartizan.content.kinds.aws.iam_provider import OidcProvider
from bartizan.content.kinds.aws.iam_role import FROM_GITHUB, Trust
from bartizan.core.claim import Rule, Severity

ANY_REPOSITORY = (
    r"^(?:[*?]|repo:(?:\$\{[^}]*\}|[^/*?$])*[*?]|repo:[^/]+/(?:\$\{[^}]*\}|[^:*?$])*[*?]"
    r"|(?:actor|base_ref|context|environment|event_name|head_ref|ref|ref_type|run_[a-z]+|sha|workflow):)"
)
"""A subject whose owner or repository has a wildcard, or that begins with what anyone can call their own thing."""

RULE = Rule(
    id="aws-iam-role-github-trust-names-repository",
    title="Roles for GitHub Actions name the repository that may use them",
    severity=Severity.HIGH,
    every=Trust,
    where=Trust.allows & Trust.by_token & FROM_GITHUB,
    must=(~Trust.subjects.empty() & ~Trust.subjects.has_match(ANY_REPOSITORY))
    | Trust.conditions.has_match(
        r"^token\.actions\.githubusercontent\.com:(repository|repository_id|job_workflow_ref)$"
    ),
    because=(
        "Any workflow of a stranger on GitHub gets a token of the same issuer; without the repository in the "
        "condition it can take on the role."
    ),
    fix=(
        "Add a condition on token.actions.githubusercontent.com:sub with repo:OWNER/REPOSITORY and the branch or "
        "environment, next to the one on :aud."
    ),
    serves=("no-wildcard-trust", "pipeline-least-privilege"),
    also=("CKV_AWS_358", "CKV_AWS_393"),
    passes=[
        Trust(
            allows=True,
            by_token=True,
            federated=frozenset({"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"}),
            subjects=frozenset({"repo:acme/shop:*"}),
        ),
        Trust(
            allows=True,
            by_token=True,
            conditions=frozenset({"token.actions.githubusercontent.com:sub"}),
            subjects=frozenset({"repo:${?}/shop:ref:refs/heads/main"}),
        ),
        (
            Trust(
                allows=True,
                by_token=True,
                providers=frozenset({"p"}),
                subjects=frozenset({"repo:acme/shop:environment:live"}),
            ),
            OidcProvider("p", url="https://token.actions.githubusercontent.com"),
        ),
    ],
    fails=[
        Trust(
            allows=True,
            by_token=True,
            conditions=frozenset({"token.actions.githubusercontent.com:aud"}),
            subjects=frozenset(),
        ),
        Trust(
            allows=True,
            by_token=True,
            conditions=frozenset({"token.actions.githubusercontent.com:sub"}),
            subjects=frozenset({"repo:acme/*"}),
        ),
        Trust(
            allows=True,
            by_token=True,
            conditions=frozenset({"token.actions.githubusercontent.com:sub"}),
            subjects=frozenset({"repo:*"}),
        ),
        Trust(
            allows=True,
            by_token=True,
            conditions=frozenset({"token.actions.githubusercontent.com:sub"}),
            subjects=frozenset({"environment:live:repo:acme/shop"}),
        ),
        (
            Trust(allows=True, by_token=True, providers=frozenset({"p"}), conditions=frozenset(), subjects=frozenset()),
            OidcProvider("p", url="https://token.actions.githubusercontent.com"),
        ),
    ],
)
