"""Roles may not approve certificates."""

from bartizan.content.kinds.kubernetes.role import Permission
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-rbac-no-certificate-approval",
    title="Roles may not approve certificates",
    severity=Severity.HIGH,
    every=Permission,
    where=~Permission.system & ~(Permission.verbs.has("*") & Permission.resources.has("*")),
    must=~(
        Permission.resources.has_any("certificatesigningrequests/approval", "signers", "*")
        & Permission.verbs.has_any("update", "patch", "approve", "*")
    ),
    because="Whoever approves certificates can issue one for any user or node.",
    fix="Remove update on certificatesigningrequests/approval and approve on signers.",
    serves=("no-privilege-escalation",),
    also=("CKV_K8S_156",),
    passes=[Permission(system=False, verbs=frozenset({"get"}), resources=frozenset({"certificatesigningrequests"}))],
    fails=[
        Permission(
            system=False, verbs=frozenset({"update"}), resources=frozenset({"certificatesigningrequests/approval"})
        )
    ],
)
