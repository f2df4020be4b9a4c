"""Code of applications cannot be changed with a password alone."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-no-basic-authentication",
    title="Code of applications cannot be changed with a password alone",
    severity=Severity.MEDIUM,
    every=App,
    must=~App.basic_authentication,
    because="The publishing password has no second factor, and whoever has it replaces the code.",
    fix="Set ftp_publish_basic_authentication_enabled and webdeploy_publish_basic_authentication_enabled to false.",
    serves=("strong-authentication",),
    passes=[App(basic_authentication=False)],
    fails=[App(basic_authentication=True)],
)
