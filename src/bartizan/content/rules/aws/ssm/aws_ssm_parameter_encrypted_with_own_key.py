"""SecureString parameters are encrypted with a key of their owner."""

from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ssm-parameter-encrypted-with-own-key",
    title="SecureString parameters are encrypted with a key of their owner",
    severity=Severity.LOW,
    every=Parameter,
    where=Parameter.encrypted,
    must=Parameter.own_key,
    because=(
        "The key of Systems Manager opens to everyone who may read parameters; an own key is a second lock, with its "
        "own policy and log."
    ),
    fix="Set key_id to a customer-managed key.",
    serves=("customer-managed-keys",),
    also=("CKV_AWS_337",),
    passes=[
        Parameter(encrypted=True, own_key=True),
    ],
    fails=[
        Parameter(encrypted=True, own_key=False),
    ],
)
