"""Credentials of Typeform."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TYPEFORM_TOKEN = Credential(
    id="secret-typeform-token",
    title="Typeform personal token",
    service="Typeform",
    severity=Severity.MEDIUM,
    keywords=("tfp_",),
    expression=dashed(r"tfp_[0-9A-Za-z]{44}_[0-9A-Za-z]{14}|tfp_[0-9A-Za-z_.-]{40,60}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it reads forms and what people answered.",
    revoke="Delete it in the account settings.",
    also=("typeform-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TYPEFORM_TOKEN=tfp_VgV·wV3LzkQRhcWKWgNOCUHhcG·ilbwjcliULBh1VCEwlw_SGh·Qd7Q5YWo2aj",),
    ignores=(
        "TYPEFORM_TOKEN=tfp_012·3456789abcdefghijklmno·pqrstuvwxyzABCDEFGH_012·3456789abcd",
        "TYPEFORM_TOKEN=tfp_JnH·OlrKOcRxVJ1lZnZ1SgK_eLj·6NXE",
    ),
)
