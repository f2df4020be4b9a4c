"""Roles taken with a token name one branch, environment or service account."""

from bartizan.content.kinds.aws.iam_role import Trust
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-role-token-names-job",
    title="Roles taken with a token name one branch, environment or service account",
    severity=Severity.MEDIUM,
    every=Trust,
    where=Trust.allows & Trust.by_token & Trust.admits.one_of("exact", "project"),
    must=Trust.admits.equals("exact") & ~Trust.admits_requests,
    because=(
        "Any branch and any proposed change of the repository can take the role then, before anybody has reviewed it; "
        "in a cluster, any pod of the namespace."
    ),
    fix=(
        "End the subject with the branch or environment: repo:OWNER/REPOSITORY:environment:NAME, "
        "project_path:GROUP/PROJECT:ref_type:branch:ref:NAME, system:serviceaccount:NAMESPACE:NAME."
    ),
    serves=("pipeline-least-privilege", "no-wildcard-trust"),
    passes=[Trust(allows=True, by_token=True, admits="exact", admits_requests=False)],
    fails=[
        Trust(allows=True, by_token=True, admits="project", admits_requests=True),
        Trust(allows=True, by_token=True, admits="exact", admits_requests=True),
        Trust(allows=True, by_token=True, admits="project", admits_requests=False),
    ],
)
