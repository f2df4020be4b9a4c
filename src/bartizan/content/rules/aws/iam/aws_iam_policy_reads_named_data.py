"""Policies give access to named data, not to all objects and secrets."""

from bartizan.content.kinds.aws.iam_policy import DATA, GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-reads-named-data",
    title="Policies give access to named data, not to all objects and secrets",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS,
    must=~(Statement.unlimited & Statement.covers.has_any(*DATA)),
    because=(
        "An identity that can read every bucket, secret or parameter turns the weakness of one workload into the loss "
        "of all data."
    ),
    fix="Set Resource to the ARNs of the buckets, tables, secrets or parameters that are needed.",
    serves=("least-privilege", "data-minimisation"),
    also=(
        "CKV_AWS_108",
        "CKV_AWS_288",
        "AVD-AWS-0346",
        "AWS-0346",
        "aws-iam-unauthorized-bucket-access",
    ),
    passes=[
        Statement(allows=True, conditions=frozenset(), unlimited=False, covers=frozenset({"s3:GetObject"})),
    ],
    fails=[
        Statement(
            allows=True, conditions=frozenset(), unlimited=True, covers=frozenset({"secretsmanager:GetSecretValue"})
        ),
    ],
)
