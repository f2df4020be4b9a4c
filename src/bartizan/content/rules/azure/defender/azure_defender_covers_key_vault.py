"""Defender covers key vaults."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-covers-key-vault",
    title="Defender covers key vaults",
    severity=Severity.LOW,
    every=Plan,
    where=Plan.covers.equals("KeyVaults"),
    must=Plan.on,
    because="Attacks on key vaults go unnoticed.",
    fix="Set tier to Standard.",
    serves=("threat-detection",),
    also=("CKV_AZURE_87",),
    passes=[Plan(covers="KeyVaults", on=True)],
    fails=[Plan(covers="KeyVaults", on=False)],
)
