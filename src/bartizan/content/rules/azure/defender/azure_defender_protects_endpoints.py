"""Defender protects servers from malware."""

from bartizan.content.kinds.azure.defender_plan import Setting
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-protects-endpoints",
    title="Defender protects servers from malware",
    severity=Severity.LOW,
    every=Setting,
    where=Setting.name.equals("WDATP"),
    must=Setting.enabled,
    because="Malware on the machines is neither found nor stopped.",
    fix="Set enabled to true in the azurerm_security_center_setting for WDATP.",
    serves=("malware-protection",),
    passes=[Setting(name="WDATP", enabled=True)],
    fails=[Setting(name="WDATP", enabled=False)],
)
