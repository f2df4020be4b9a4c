"""Credentials of OVHcloud."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OVH_SECRET = Credential(
    id="secret-ovh-secret",
    title="OVHcloud application secret",
    service="OVHcloud",
    severity=Severity.HIGH,
    keywords=("ovh",),
    expression=after(r"ovh[\w-]{0,12}?(?:application|app|consumer)[_-]?(?:secret|key)", "[0-9A-Za-z]{32}"),
    entropy=3.5,
    check="unlikely",
    grants="Whoever holds it and the keys beside it acts for the account.",
    revoke="Delete the application in the API console.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("OVH_APPLICATION_SECRET=aYZ·2rsqYwho9PHVXCMnXbwz39AU3Q2WB",),
    ignores=(
        "OVH_APPLICATION_SECRET=012·3456789abcdefghijklmnopqrstuv",
        "OVH_APPLICATION_SECRET=XLA·847lcsdUgPwIU",
    ),
)
