"""Somebody can be reached when Defender finds something."""

from bartizan.content.kinds.azure.defender_plan import Contact
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-defender-contact-named",
    title="Somebody can be reached when Defender finds something",
    severity=Severity.LOW,
    every=Contact,
    must=Contact.named,
    because="Microsoft cannot warn you when it sees that you are attacked.",
    fix="Set email and phone.",
    serves=("security-contact",),
    also=(
        "CKV_AZURE_20",
        "CKV_AZURE_131",
        "AZU-0046",
        "AVD-AZU-0046",
        "azure-securitycenter-set-required-contact-details",
        "AZU-0062",
        "AVD-AZU-0062",
        "azure-securitycenter-security-contact-email",
    ),
    passes=[Contact(named=True)],
    fails=[Contact(named=False)],
)
