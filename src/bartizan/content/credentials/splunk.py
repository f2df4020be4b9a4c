"""Credentials of Splunk."""

from bartizan.content.credentials.spelling import UUID, after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SPLUNK_HEC_TOKEN = Credential(
    id="secret-splunk-hec-token",
    title="Splunk event collector token",
    service="Splunk",
    severity=Severity.MEDIUM,
    keywords=("splunk",),
    expression=after(r"splunk[\w. -]{0,24}?token|authorization[\"']?\s{0,3}:\s{0,3}[\"']?splunk", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it sends events in the name of what it was made for.",
    revoke="Delete it in the settings of the event collector.",
    source="https://docs.splunk.com/Documentation/Splunk/latest/Data/UsetheHTTPEventCollector",
    finds=(
        "SPLUNK_HEC_TOKEN=f3565·146-9ecf-401a-a9d4·-88534e74d54e",
        "Authorization: Splunk 4a493·2ce-1862-49c4-a94f·-953114e15245",
    ),
    ignores=(
        "SPL·UNK_HEC_TOKEN=00000000-0000-0000-0000-000000000000",
        "SPLUNK_HEC_TOKEN=77100·860-30b9-40d2-a74e-9c55a74",
    ),
)

SPLUNK_OBSERVABILITY_TOKEN = Credential(
    id="secret-splunk-observability-token",
    title="Splunk Observability access token",
    service="Splunk",
    severity=Severity.MEDIUM,
    keywords=("signalfx", "sfx", "splunk_access_token"),
    expression=after(
        r"(?:signalfx|sfx)[\w. -]{0,24}?token|splunk_(?:observability_)?access_token|x-sf-token", "[0-9A-Za-z_-]{22}"
    ),
    entropy=3.3,
    check="mixed",
    grants="Whoever holds it sends or reads metrics and traces of the organisation.",
    revoke="Rotate it under Access Tokens.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("SPLUNK_ACCESS_TOKEN=M54·P1xf7MgfVcmc4cy5T31",),
    ignores=(
        "SPLUNK_ACCESS_TOKEN=012·3456789abcdefghijkl",
        "SPLUNK_ACCESS_TOKEN=9To·7XNfVBdX",
    ),
)
