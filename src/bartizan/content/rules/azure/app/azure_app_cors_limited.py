"""Applications do not trust pages of every site."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-cors-limited",
    title="Applications do not trust pages of every site",
    severity=Severity.MEDIUM,
    every=App,
    must=~App.cors_for_all,
    because="Any page that a visitor opens can call the application and read what it answers.",
    fix="Name the sites in site_config.cors.allowed_origins.",
    serves=("http-hardening",),
    also=(
        "CKV_AZURE_57",
        "CKV_AZURE_62",
    ),
    passes=[App(cors_for_all=False)],
    fails=[App(cors_for_all=True)],
)
