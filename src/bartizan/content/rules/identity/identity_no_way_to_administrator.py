"""No identity can make itself an administrator."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.iam_user import User
from bartizan.content.kinds.identity import Actor
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="identity-no-way-to-administrator",
    title="No identity can make itself an administrator",
    severity=Severity.HIGH,
    every=Actor,
    where=~Actor.administrator,
    must=~Actor.escalation.is_set(),
    because=(
        "Rights that look harmless add up: passing a role, changing code that runs as one, creating a pod or a key. "
        "Whoever takes over this identity takes the same steps and owns the account, subscription, project or cluster."
    ),
    fix="Take the first move away, or any other one in the chain; `bartizan can` shows the statement that allows it.",
    advice=Actor.escalation_fix,
    serves=("no-privilege-escalation", "least-privilege"),
    passes=[
        User(administrator=False, escalation=None),
        ServiceAccount(administrator=False, escalation=None),
    ],
    fails=[
        Role(
            administrator=False,
            escalation=(
                "Replace the code of a function: receipts, to act as backend (aws-lambda-code-update); "
                "backend has every right"
            ),
        ),
        ServiceAccount(
            administrator=False, escalation="Bind cluster-admin in the whole cluster (kubernetes-cluster-role-bind)"
        ),
    ],
)
