"""Defender covers storage accounts."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-covers-storage",
    title="Defender covers storage accounts",
    severity=Severity.MEDIUM,
    every=Plan,
    where=Plan.covers.equals("StorageAccounts"),
    must=Plan.on,
    because="Attacks on storage accounts, and malware in them, go unnoticed.",
    fix="Set tier to Standard.",
    serves=(
        "threat-detection",
        "malware-protection",
    ),
    also=("CKV_AZURE_84",),
    passes=[Plan(covers="StorageAccounts", on=True)],
    fails=[Plan(covers="StorageAccounts", on=False)],
)
