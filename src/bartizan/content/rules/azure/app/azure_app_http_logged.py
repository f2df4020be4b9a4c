"""Requests to applications are logged."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-http-logged",
    title="Requests to applications are logged",
    severity=Severity.LOW,
    every=App,
    where=App.web,
    must=App.logged,
    because="Attacks cannot be seen, nor looked into afterwards.",
    fix="Add logs with http_logs, detailed_error_messages and failed_request_tracing.",
    serves=("application-logging",),
    also=(
        "CKV_AZURE_63",
        "CKV_AZURE_65",
        "CKV_AZURE_66",
        "CKV_AZURE_159",
    ),
    passes=[App(web=True, logged=True)],
    fails=[App(web=True, logged=False)],
)
