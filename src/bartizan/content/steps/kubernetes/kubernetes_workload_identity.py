"""Become the cloud identity of a service account."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.step import Follow, Step

STEP: Step[ServiceAccount, ServiceAccount] = Step(
    id="kubernetes-workload-identity",
    title="Become the cloud identity of a service account",
    technique="T1078.004",
    actor=ServiceAccount,
    move=Follow(along=ServiceAccount.acts_as),
    because=(
        "The cloud takes the token of the service account for a password of the identity that its annotation names, "
        "where that identity trusts it."
    ),
    fix="Give the identity only what the workload needs, and trust this one service account alone.",
    intended=True,
    weight=0.0,
    reaches=[
        (
            ServiceAccount("web", acts_as=frozenset({"arn:aws:iam::111122223333:role/web"})),
            Role("arn:aws:iam::111122223333:role/web"),
        ),
    ],
    blocked=[(ServiceAccount("web", acts_as=frozenset()), Role("arn:aws:iam::111122223333:role/web"))],
)
