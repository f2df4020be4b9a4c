"""No policy allows everything on everything."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-not-administrator",
    title="No policy allows everything on everything",
    severity=Severity.HIGH,
    every=Statement,
    where=GRANTS,
    must=~(Statement.actions.has_any("*", "*:*") & Statement.resources.has("*")),
    because="Whoever gets hold of such an identity owns the whole account, whatever the identity was meant for.",
    fix=(
        "Name the actions and resources that are needed in Action and Resource of the statement (actions and "
        "resources of a policy document in Terraform)."
    ),
    serves=("no-admin-by-default", "least-privilege"),
    also=(
        "CKV_AWS_1",
        "CKV_AWS_62",
        "CKV_AWS_63",
        "CKV_AWS_49",
        "AVD-AWS-0057",
        "AWS-0057",
        "aws-iam-no-policy-wildcards",
    ),
    passes=[
        Statement(allows=True, conditions=frozenset(), actions=frozenset({"s3:GetObject"}), resources=frozenset({"*"})),
        Statement(
            allows=True,
            conditions=frozenset(),
            actions=frozenset({"*"}),
            resources=frozenset({"arn:aws:s3:::orders/*"}),
        ),
    ],
    fails=[
        Statement(allows=True, conditions=frozenset(), actions=frozenset({"*"}), resources=frozenset({"*"})),
        Statement(
            allows=True,
            conditions=frozenset({"aws:multifactorauthpresent"}),
            actions=frozenset({"*"}),
            resources=frozenset({"*"}),
        ),
    ],
)
