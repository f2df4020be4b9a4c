"""Policies are written as AWS takes them."""

from bartizan.content.kinds.aws.governed import Documented
from bartizan.content.kinds.aws.iam_policy import Policy
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-policy-well-formed",
    title="Policies are written as AWS takes them",
    severity=Severity.LOW,
    every=Documented,
    must=Documented.refused.empty(),
    because=(
        "AWS refuses some mistakes when the policy is deployed, and takes others for something else than was meant: a "
        "wild card in the middle of a principal, an element that is written twice."
    ),
    fix="Correct what is named: each sentence says where it is and what AWS expects there.",
    serves=("least-privilege", "configuration-baseline"),
    passes=[Policy(refused=frozenset()), Bucket(refused=frozenset())],
    fails=[
        Policy(refused=frozenset({"The managed policy has 2 statements with the Sid Read: AWS wants each only once."}))
    ],
)
