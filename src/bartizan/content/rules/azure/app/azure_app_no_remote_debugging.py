"""Debuggers cannot be attached to applications."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-no-remote-debugging",
    title="Debuggers cannot be attached to applications",
    severity=Severity.HIGH,
    every=App,
    must=~App.remote_debugging,
    because="Whoever gets through reads memory and runs code in the application.",
    fix="Remove site_config.remote_debugging_enabled.",
    serves=(
        "no-remote-shell",
        "no-public-service",
    ),
    also=(
        "CKV_AZURE_72",
        "CKV_AZURE_155",
    ),
    passes=[App(remote_debugging=False)],
    fails=[App(remote_debugging=True)],
)
