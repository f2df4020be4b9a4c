"""Defender covers Resource Manager."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-covers-resource-manager",
    title="Defender covers Resource Manager",
    severity=Severity.LOW,
    every=Plan,
    where=Plan.covers.one_of("Arm", "Dns"),
    must=Plan.on,
    because="Attacks on the control of the subscription go unnoticed.",
    fix="Set tier to Standard.",
    serves=("threat-detection",),
    also=("CKV_AZURE_234",),
    passes=[Plan(covers="Arm", on=True)],
    fails=[Plan(covers="Arm", on=False)],
)
