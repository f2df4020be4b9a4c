"""Settings of applications hold no secrets."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-no-secrets-in-settings",
    title="Settings of applications hold no secrets",
    severity=Severity.HIGH,
    every=App,
    must=App.literal_secrets.empty() & ~App.literal_connection,
    because="Everyone who may view the application, its source or the state has the secret.",
    fix="Use a reference to Key Vault: @Microsoft.KeyVault(SecretUri=...).",
    serves=(
        "secrets-not-in-code",
        "secrets-management",
    ),
    passes=[App(literal_secrets=frozenset(), literal_connection=False)],
    fails=[
        App(literal_secrets=frozenset({"API_KEY"}), literal_connection=False),
        App(literal_secrets=frozenset(), literal_connection=True),
    ],
)
