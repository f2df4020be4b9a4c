"""Credentials of ClickUp."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

CLICKUP_TOKEN = Credential(
    id="secret-clickup-token",
    title="ClickUp personal token",
    service="ClickUp",
    severity=Severity.MEDIUM,
    keywords=("clickup", "pk_"),
    expression=token(r"pk_[0-9]{6,9}_[0-9A-Z]{32}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it reads and changes the tasks of the user.",
    revoke="Regenerate it in the settings under Apps.",
    source="https://developer.clickup.com/docs/authentication",
    finds=("CLICKUP_TOKEN=pk_165·14230_120·527JLDKPOAN6EUWRTXQL7Q8QX8TK4",),
    ignores=(
        "CLICKUP_TOKEN=pk_123·45678_ABC·DEFGHIJKLMNOPQRSTUVWXYZ012345",
        "CLICKUP_TOKEN=pk_653·0_HNR·FWL6LCHRLTIF7",
    ),
)
