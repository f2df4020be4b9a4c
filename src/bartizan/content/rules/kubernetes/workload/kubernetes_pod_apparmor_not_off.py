"""AppArmor is not switched off."""

from bartizan.content.kinds.kubernetes.workload import Container
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-apparmor-not-off",
    title="AppArmor is not switched off",
    severity=Severity.MEDIUM,
    every=Container,
    must=~Container.apparmor.equals("Unconfined"),
    because="Without its profile the container may write to parts of /proc and /sys, and mount file systems.",
    fix="Remove appArmorProfile, or set its type to RuntimeDefault or Localhost.",
    serves=("syscall-filtering",),
    also=(
        "KSV-0002",
        "AVD-KSV-0002",
        "KSV002",
        "kubernetes-use-default-apparmor-profile",
    ),
    passes=[Container(apparmor=None)],
    fails=[Container(apparmor="Unconfined")],
)
