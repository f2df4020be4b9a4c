"""Applications run on versions that are still maintained."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.core.claim import Rule, Severity

PHP = r"^(5|7|8\.[01])"
PYTHON = r"^(2|3\.([02-9]|10)$)"
NODE = r"^~?(\d|1\d|2[01])(\D|$)"
JAVA = r"^(1\.)?7"
DOTNET = r"^v?(2\.[12]|3\.[01]|[5-9]\b)"
"""Versions whose makers had ended support by November 2026; `v4.0` is the .NET Framework, which is maintained."""

RULE = Rule(
    id="azure-app-runtime-supported",
    title="Applications run on versions that are still maintained",
    severity=Severity.MEDIUM,
    every=App,
    must=~(
        App.php.matches(PHP)
        | App.python.matches(PYTHON)
        | App.node.matches(NODE)
        | App.java.matches(JAVA)
        | App.dotnet.matches(DOTNET)
    ),
    because="Faults that are found in an old version of a language are known to everyone and never mended.",
    fix="Set a version that is maintained in site_config.application_stack.",
    serves=("supported-versions",),
    also=(
        "CKV_AZURE_80",
        "CKV_AZURE_81",
        "CKV_AZURE_82",
        "CKV_AZURE_83",
        "AZU-0069",
        "AVD-AZU-0069",
        "azure-appservice-supported-php-version",
        "AZU-0070",
        "AVD-AZU-0070",
        "azure-appservice-supported-python-version",
    ),
    passes=[
        App(php=None, python="3.13", node=None, java=None, dotnet=None),
        App(php="8.3", python=None, node="22-lts", java="21", dotnet="v4.0"),
    ],
    fails=[
        App(php="7.4", python=None, node=None, java=None, dotnet=None),
        App(php=None, python="3.8", node=None, java=None, dotnet=None),
        App(php=None, python=None, node="16-lts", java=None, dotnet=None),
        App(php=None, python=None, node=None, java=None, dotnet="6.0"),
    ],
)
