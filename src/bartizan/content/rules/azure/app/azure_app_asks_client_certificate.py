"""Applications ask visitors for a certificate."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-asks-client-certificate",
    title="Applications ask visitors for a certificate",
    severity=Severity.LOW,
    every=App,
    must=App.asks_certificate,
    because="A service that only other services call is open to everyone who finds a token.",
    fix="Set client_certificate_enabled to true and client_certificate_mode to Required.",
    serves=("api-authentication",),
    also=(
        "CKV_AZURE_17",
        "AZU-0001",
        "AVD-AZU-0001",
        "azure-appservice-require-client-cert",
    ),
    passes=[App(asks_certificate=True)],
    fails=[App(asks_certificate=False)],
)
