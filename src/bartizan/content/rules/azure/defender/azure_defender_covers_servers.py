"""Defender covers servers."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-covers-servers",
    title="Defender covers servers",
    severity=Severity.MEDIUM,
    every=Plan,
    where=Plan.covers.equals("VirtualMachines"),
    must=Plan.on,
    because="Attacks on virtual machines go unnoticed.",
    fix="Set tier to Standard.",
    serves=("threat-detection",),
    also=(
        "CKV_AZURE_19",
        "CKV_AZURE_55",
        "AZU-0045",
        "AVD-AZU-0045",
        "azure-securitycenter-enable-standard-subscription",
    ),
    passes=[Plan(covers="VirtualMachines", on=True)],
    fails=[Plan(covers="VirtualMachines", on=False)],
)
