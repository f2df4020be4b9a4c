"""Credentials of Exoscale."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

EXOSCALE_SECRET = Credential(
    id="secret-exoscale-secret",
    title="Exoscale API secret",
    service="Exoscale",
    severity=Severity.CRITICAL,
    keywords=("exoscale",),
    expression=after(r"exoscale[\w-]{0,12}?secret[\w-]{0,12}", "[0-9A-Za-z_-]{43}"),
    entropy=4.0,
    check="mixed",
    grants="Whoever holds it and its key creates, reads and destroys machines of the organisation.",
    revoke="Revoke the key under IAM.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("EXOSCALE_API_SECRET=XAK·G2_IzaiDipvjcwkSf7MPc·nd9lMoiSGSYmTFvNE9e",),
    ignores=(
        "EXOSCALE_API_SECRET=012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "EXOSCALE_API_SECRET=MGA·wS6zKPcJxOqrMYbsdW",
    ),
)
