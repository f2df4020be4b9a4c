"""Alerts of Defender are sent."""

from bartizan.content.kinds.azure.defender_plan import Contact
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-contact-alerted",
    title="Alerts of Defender are sent",
    severity=Severity.LOW,
    every=Contact,
    must=Contact.alerted & Contact.owners_alerted,
    because="Alerts stay in a portal at which nobody looks at night.",
    fix="Set alert_notifications and alerts_to_admins to true.",
    serves=(
        "security-contact",
        "monitoring-and-alerting",
    ),
    also=(
        "CKV_AZURE_21",
        "CKV_AZURE_22",
        "AZU-0044",
        "AVD-AZU-0044",
        "azure-securitycenter-alert-on-severe-notifications",
        "AZU-0063",
        "AVD-AZU-0063",
        "azure-securitycenter-email-alerts-disabled",
        "AZU-0064",
        "AVD-AZU-0064",
        "azure-securitycenter-security-contact-disabled",
    ),
    passes=[Contact(alerted=True, owners_alerted=True)],
    fails=[Contact(alerted=False, owners_alerted=True), Contact(alerted=True, owners_alerted=False)],
)
