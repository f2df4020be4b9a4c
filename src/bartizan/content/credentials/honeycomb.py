"""Credentials of Honeycomb."""

from bartizan.content.credentials.spelling import after, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

HONEYCOMB_KEY = Credential(
    id="secret-honeycomb-key",
    title="Honeycomb API key",
    service="Honeycomb",
    severity=Severity.MEDIUM,
    keywords=("hcaik_", "hcxik_", "hcxmk_", "hcalk_", "hcblk_"),
    expression=token(r"hc[abx][im]k_[0-9a-z]{58}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it sends events, or manages the environment.",
    revoke="Delete it in the settings of the environment.",
    source="https://docs.honeycomb.io/",
    finds=("HONEYCOMB_API_KEY=hcaik_5f1·w0o9l14o6taon9wvnd17uhp46zfub·m7lgzddcr265ogafxt2av8yirj",),
    ignores=(
        "HONEYCOMB_API_KEY=hcaik_abc·defghijklmnopqrstuvwxyz012345·6789abcdefghijklmnopqrstuv",
        "HONEYCOMB_API_KEY=hcaik_ssn·xgsf5a0t9mzz4ro6d9osbaizb9",
    ),
)

HONEYCOMB_OLD_KEY = Credential(
    id="secret-honeycomb-old-key",
    title="Honeycomb API key of the older form",
    service="Honeycomb",
    severity=Severity.MEDIUM,
    keywords=("honeycomb", "x-honeycomb-team"),
    expression=after(r"honeycomb[\w. -]{0,20}?(?:key|token)|x-honeycomb-team", "(?:[0-9a-f]{32}|[0-9A-Za-z]{22})"),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it sends events, or reads the configuration.",
    revoke="Delete it in the settings of the team.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("X-Honeycomb-Team: 4Ak·fE8BSD1ZC02gRjVu9WH",),
    ignores=(
        "X-Honeycomb-Team: 012·3456789abcdefghijkl",
        "X-Honeycomb-Team: oLH·7EdtG3GA",
    ),
)
