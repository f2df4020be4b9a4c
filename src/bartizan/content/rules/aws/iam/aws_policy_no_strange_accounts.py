"""Policies let in no account that is not trusted."""

from bartizan.content.kinds.aws.governed import Governed
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-policy-no-strange-accounts",
    title="Policies let in no account that is not trusted",
    severity=Severity.HIGH,
    every=Governed,
    where=Governed.accounts_given,
    must=Governed.strangers.empty(),
    because=(
        "Whoever rules the other account decides who uses the role or the resource. A wrong digit, a supplier who "
        "left or an attacker's way back in looks like any other account number."
    ),
    fix=(
        "Remove the account from Principal, or add it to the setting trusted_accounts if it is meant. Policies are "
        "judged only where that setting names accounts; the own account is trusted where it is known."
    ),
    serves=("cross-account-control", "no-wildcard-trust"),
    passes=[Bucket(accounts_given=True, strangers=frozenset()), Role(accounts_given=True, strangers=frozenset())],
    fails=[
        Bucket(accounts_given=True, strangers=frozenset({"444455556666"})),
        Role(accounts_given=True, strangers=frozenset({"444455556666"})),
    ],
)
