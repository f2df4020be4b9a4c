"""Applications report to Application Insights."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-observed",
    title="Applications report to Application Insights",
    severity=Severity.LOW,
    every=App,
    must=App.observed,
    because="Errors and strange requests are noticed by visitors first.",
    fix="Set APPLICATIONINSIGHTS_CONNECTION_STRING in app_settings.",
    serves=("monitoring-and-alerting",),
    passes=[App(observed=True)],
    fails=[App(observed=False)],
)
