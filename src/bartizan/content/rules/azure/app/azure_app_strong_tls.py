"""Applications need TLS 1.2 or later."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-strong-tls",
    title="Applications need TLS 1.2 or later",
    severity=Severity.MEDIUM,
    every=App,
    must=App.strong_tls,
    because="Older versions of TLS can be broken by who listens in.",
    fix="Set site_config.minimum_tls_version (min_tls_version) to 1.2.",
    serves=("strong-tls",),
    also=(
        "CKV_AZURE_15",
        "CKV_AZURE_154",
        "CKV_AZURE_145",
        "AZU-0006",
        "AVD-AZU-0006",
        "azure-appservice-use-secure-tls-policy",
    ),
    passes=[App(strong_tls=True)],
    fails=[App(strong_tls=False)],
)
