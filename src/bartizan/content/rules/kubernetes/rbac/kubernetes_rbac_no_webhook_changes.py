"""Roles may not change admission."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-webhook-changes",
    title="Roles may not change admission",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.resources.has_any(
            "validatingwebhookconfigurations", "mutatingwebhookconfigurations", "validatingadmissionpolicies", "*"
        )
        & Permission.verbs.has_any("create", "update", "patch", "delete", "*")
    ),
    because="Who changes admission webhooks can read every object that is written, change it, and switch off "
    "every policy.",
    fix="Remove the verbs that write.",
    serves=(
        "no-privilege-escalation",
        "admission-control",
    ),
    also=(
        "CKV_K8S_155",
        "KSV-0114",
        "AVD-KSV-0114",
        "KSV114",
        "kubernetes-no-manage-webhook",
    ),
    passes=[
        Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"validatingwebhookconfigurations"}))
    ],
    fails=[
        Permission(system=False, verbs=frozenset({"update"}), resources=frozenset({"mutatingwebhookconfigurations"}))
    ],
)
