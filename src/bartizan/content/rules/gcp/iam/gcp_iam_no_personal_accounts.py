"""Nothing is granted to personal accounts."""

from bartizan.content.kinds.gcp.iam_grant import Grant
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-iam-no-personal-accounts",
    title="Nothing is granted to personal accounts",
    severity=Severity.MEDIUM,
    every=Grant,
    must=~Grant.members.has_match(r"^user:.*@(gmail|googlemail|outlook|hotmail|yahoo|icloud|proton)\."),
    because="A personal account has no second factor you can ask for, and stays when its owner leaves.",
    fix="Grant to accounts or groups of your own domain.",
    serves=("federated-identity",),
    also=(
        "GCP-0069",
        "AVD-GCP-0069",
        "google-iam-no-personal-emails",
    ),
    passes=[Grant(members=frozenset({"user:ann@shop.example"}))],
    fails=[Grant(members=frozenset({"user:ann@gmail.com"}))],
)
