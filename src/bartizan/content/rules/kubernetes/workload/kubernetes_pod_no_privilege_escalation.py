"""Processes in containers cannot gain privileges."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-privilege-escalation",
    title="Processes in containers cannot gain privileges",
    severity=Severity.MEDIUM,
    every=Container,
    must=~Container.can_escalate,
    because="A set-user-id program, or a fault in one, makes root of an ordinary process inside the container.",
    fix="Set securityContext.allowPrivilegeEscalation to false.",
    serves=(
        "no-privilege-escalation",
        "container-isolation",
    ),
    also=(
        "CKV_K8S_20",
        "CKV_K8S_5",
        "KSV-0001",
        "AVD-KSV-0001",
        "KSV001",
        "kubernetes-no-self-privesc",
    ),
    passes=[Container(can_escalate=False)],
    fails=[Container(can_escalate=True)],
)
