"""Learn which roles one has."""

from bartizan.content.kinds.kubernetes.service_account import RoleBinding, ServiceAccount
from bartizan.content.steps.kubernetes.scene import account, allow, role
from bartizan.core.step import Follow, Step

STEP: Step[ServiceAccount, ServiceAccount] = Step(
    id="kubernetes-permission-discover",
    title="Learn which roles one has",
    technique="T1069",
    references=("KubeHound PERMISSION_DISCOVER",),
    actor=ServiceAccount,
    move=Follow(along=(ServiceAccount.bindings, RoleBinding.gives)),
    because="Every user may ask the API server what they are allowed: `kubectl auth can-i --list`.",
    fix="Give each service account no role that its workload does not need.",
    intended=True,
    weight=0.0,
    reaches=[account("web", allow("get", "pods"))],
    blocked=[
        (
            ServiceAccount(
                "shop/ServiceAccount/web", name="web", namespace="shop", mounts_token=True, bindings=frozenset()
            ),
            role("keys", allow("*", "secrets")),
        )
    ],
)
