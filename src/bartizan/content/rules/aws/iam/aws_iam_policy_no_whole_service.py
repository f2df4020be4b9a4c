"""No policy allows all actions of a service on all its resources."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-no-whole-service",
    title="No policy allows all actions of a service on all its resources",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS,
    must=~(
        Statement.unlimited & Statement.actions.has_match(r"^(?!(iam|ssmmessages|ec2messages|xray):)[a-z0-9-]+:\*$")
    ),
    because="One stolen session can then read, change, share and delete all that the account keeps in that service.",
    fix="Name the calls that are needed in Action, or limit Resource to the resources that are meant.",
    serves=("least-privilege",),
    also=(
        "AVD-AWS-0345",
        "AVD-AWS-0057",
        "AWS-0345",
        "aws-iam-no-s3-full-access",
        "AWS-0057",
        "aws-iam-no-policy-wildcards",
    ),
    passes=[
        Statement(allows=True, conditions=frozenset(), actions=frozenset({"s3:*"}), unlimited=False),
        Statement(allows=True, conditions=frozenset(), actions=frozenset({"s3:get*", "ssmmessages:*"}), unlimited=True),
    ],
    fails=[
        Statement(allows=True, conditions=frozenset(), actions=frozenset({"s3:getobject", "kms:*"}), unlimited=True),
    ],
)
