"""Applications speak HTTP/2."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-http2",
    title="Applications speak HTTP/2",
    severity=Severity.LOW,
    every=App,
    must=App.http2,
    because="HTTP/1.1 lets requests be smuggled past a proxy, and is slower.",
    fix="Set site_config.http2_enabled to true.",
    serves=("configuration-baseline",),
    also=(
        "CKV_AZURE_18",
        "CKV_AZURE_67",
        "AZU-0005",
        "AVD-AZU-0005",
        "azure-appservice-enable-http2",
    ),
    passes=[App(http2=True)],
    fails=[App(http2=False)],
)
