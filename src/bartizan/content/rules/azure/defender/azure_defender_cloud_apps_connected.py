"""Defender for Cloud Apps sees the subscription."""

from bartizan.content.kinds.azure.defender_plan import Setting
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-cloud-apps-connected",
    title="Defender for Cloud Apps sees the subscription",
    severity=Severity.LOW,
    every=Setting,
    where=Setting.name.equals("MCAS"),
    must=Setting.enabled,
    because="Strange behaviour of users across services goes unnoticed.",
    fix="Set enabled to true in the azurerm_security_center_setting for MCAS.",
    serves=("threat-detection",),
    passes=[Setting(name="MCAS", enabled=True)],
    fails=[Setting(name="MCAS", enabled=False)],
)
