"""Defender covers databases."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-covers-databases",
    title="Defender covers databases",
    severity=Severity.MEDIUM,
    every=Plan,
    where=Plan.covers.one_of("SqlServers", "SqlServerVirtualMachines", "OpenSourceRelationalDatabases", "CosmosDbs"),
    must=Plan.on,
    because="Attacks on databases go unnoticed.",
    fix="Set tier to Standard.",
    serves=("threat-detection",),
    also=(
        "CKV_AZURE_69",
        "CKV_AZURE_79",
    ),
    passes=[Plan(covers="SqlServers", on=True)],
    fails=[Plan(covers="SqlServers", on=False)],
)
