"""Code of applications is not sent by plain FTP."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="azure-app-no-plain-ftp",
    title="Code of applications is not sent by plain FTP",
    severity=Severity.MEDIUM,
    every=App,
    must=App.ftp.one_of("FtpsOnly", "Disabled"),
    because="Passwords and code can be read and changed on their way.",
    fix="Set site_config.ftps_state to Disabled or FtpsOnly.",
    serves=("encryption-in-transit",),
    also=(
        "CKV_AZURE_78",
        "AZU-0071",
        "AVD-AZU-0071",
        "azure-appservice-enforce-ftps",
    ),
    passes=[App(ftp="Disabled"), App(ftp="FtpsOnly")],
    fails=[App(ftp="AllAllowed")],
)
