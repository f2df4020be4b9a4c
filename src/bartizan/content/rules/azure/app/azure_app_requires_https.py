"""Applications send visitors on to HTTPS."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-requires-https",
    title="Applications send visitors on to HTTPS",
    severity=Severity.HIGH,
    every=App,
    must=App.requires_tls,
    because="What visitors send, their session included, can be read and changed on its way.",
    fix="Set https_only to true.",
    serves=("encryption-in-transit",),
    also=(
        "CKV_AZURE_14",
        "CKV_AZURE_153",
        "CKV_AZURE_70",
        "AZU-0004",
        "AVD-AZU-0004",
        "azure-appservice-enforce-https",
        "AZU-0072",
        "AVD-AZU-0072",
        "azure-appservice-web-app-https-only",
    ),
    passes=[App(requires_tls=True)],
    fails=[App(requires_tls=False)],
)
