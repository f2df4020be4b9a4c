"""Nothing is granted to everyone."""

from bartizan.content.kinds.gcp.iam_grant import Grant
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-grant-not-to-everyone",
    title="Nothing is granted to everyone",
    severity=Severity.CRITICAL,
    every=Grant,
    must=~Grant.members.has_any("allUsers", "allAuthenticatedUsers"),
    because="allUsers is the whole Internet, and allAuthenticatedUsers everyone who has a Google account.",
    fix="Name the users, groups or service accounts in member or members.",
    serves=(
        "no-anonymous-access",
        "no-wildcard-trust",
    ),
    also=("CKV_GCP_113",),
    passes=[Grant(members=frozenset({"user:ann@shop.example"}))],
    fails=[Grant(members=frozenset({"allUsers"}))],
)
