"""Applications have an identity."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-has-identity",
    title="Applications have an identity",
    severity=Severity.LOW,
    every=App,
    must=App.has_identity,
    because="Without one they need passwords to call other services.",
    fix="Add identity.",
    serves=(
        "service-identity",
        "no-long-lived-credentials",
    ),
    also=(
        "CKV_AZURE_71",
        "CKV_AZURE_16",
        "AZU-0002",
        "AVD-AZU-0002",
        "azure-appservice-account-identity-registered",
    ),
    passes=[App(has_identity=True)],
    fails=[App(has_identity=False)],
)
