"""Defender covers containers."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-covers-containers",
    title="Defender covers containers",
    severity=Severity.MEDIUM,
    every=Plan,
    where=Plan.covers.one_of("Containers", "ContainerRegistry", "KubernetesService"),
    must=Plan.on,
    because="Attacks on clusters and registries go unnoticed.",
    fix="Set tier to Standard.",
    serves=("threat-detection",),
    also=(
        "CKV_AZURE_85",
        "CKV_AZURE_86",
    ),
    passes=[Plan(covers="Containers", on=True)],
    fails=[Plan(covers="Containers", on=False)],
)
