"""Credentials of Frame.io."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FRAMEIO_TOKEN = Credential(
    id="secret-frameio-token",
    title="Frame.io token",
    service="Frame.io",
    severity=Severity.MEDIUM,
    keywords=("fio-u-",),
    expression=dashed(r"fio-u-[0-9A-Za-z_=-]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads and changes the projects of the user.",
    revoke="Delete it in the developer site.",
    also=("frameio-api-token",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("FRAMEIO_TOKEN=fio-u-ihV·ki6V5F3fwlEQI9JBsA15PAlvcO5kXN3z·J1Zzhum2fledSG1MbukNTjmE1OduF",),
    ignores=(
        "FRAMEIO_TOKEN=fio-u-012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "FRAMEIO_TOKEN=fio-u-8Q8·ANwKscqksPYJo3khg9jiR5nfbKgme",
    ),
)
