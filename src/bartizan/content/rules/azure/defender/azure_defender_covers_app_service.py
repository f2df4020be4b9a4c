"""Defender covers App Service."""

from bartizan.content.kinds.azure.defender_plan import Plan
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-covers-app-service",
    title="Defender covers App Service",
    severity=Severity.LOW,
    every=Plan,
    where=Plan.covers.equals("AppServices"),
    must=Plan.on,
    because="Attacks on web applications go unnoticed.",
    fix="Set tier to Standard.",
    serves=("threat-detection",),
    also=("CKV_AZURE_61",),
    passes=[Plan(covers="AppServices", on=True)],
    fails=[Plan(covers="AppServices", on=False)],
)
