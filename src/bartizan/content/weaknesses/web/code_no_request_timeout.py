"""Requests to other services have a limit of time."""

from bartizan.content.weaknesses.shapes import python, rule
from bartizan.core.claim import Severity
from bartizan.core.weakness import Look, Weakness

WEAKNESS = Weakness(
    id="code-no-request-timeout",
    title="Requests to other services have a limit of time",
    severity=Severity.LOW,
    because=(
        "Without one, a service that does not answer holds its callers for ever: one that hangs "
        "stops all that depend on it."
    ),
    fix="`requests.get(url, timeout=10)`.",
    cwe=("CWE-400", "CWE-1088"),
    serves=("high-availability",),
    also=("B113", "use-timeout"),
    looks=[
        Look(
            language="python",
            rule=python.call(
                r"requests\.(?:get|post|put|patch|delete|head|options|request)",
                rule.either(python.unnamed("timeout"), python.keyword("timeout", python.NONE)),
                python.imports("requests"),
            ),
            fails=["import requests\nrequests.get(url)\n", "import requests\nrequests.post(url, timeout=None)\n"],
            passes=[
                "import requests\nrequests.get(url, timeout=10)\n",
                "import requests\nrequests.get(url, **options)\n",
                "requests = limits['requests']\nrequests.get('memory')\n",
            ],
        ),
    ],
)
