"""Applications ask visitors who they are."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-authenticates",
    title="Applications ask visitors who they are",
    severity=Severity.LOW,
    every=App,
    must=App.authenticates,
    because="Code that forgets to ask is open to everyone.",
    fix="Add auth_settings_v2 with auth_enabled.",
    serves=("api-authentication",),
    also=(
        "CKV_AZURE_13",
        "CKV_AZURE_56",
        "AZU-0003",
        "AVD-AZU-0003",
        "azure-appservice-authentication-enabled",
    ),
    passes=[App(authenticates=True)],
    fails=[App(authenticates=False)],
)
