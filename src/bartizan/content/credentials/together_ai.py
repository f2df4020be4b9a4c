"""Credentials of Together AI."""

from bartizan.content.credentials.spelling import after
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TOGETHER_KEY = Credential(
    id="secret-together-key",
    title="Together AI API key",
    service="Together AI",
    severity=Severity.MEDIUM,
    keywords=("together_", "together-", "togetherai", "tgp_v1"),
    expression=after(r"together[\w. -]{0,20}?(?:key|token)", "(?:tgp_v1_[0-9A-Za-z_-]{43}|[0-9a-f]{64})"),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Regenerate it in the settings under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("TOGETHER_API_KEY=tgp_v1_nZd·h0qh_jH2nlMxTprNN9dtW·Ndc5YGFCZijx3_FTdTL",),
    ignores=(
        "TOGETHER_API_KEY=tgp_v1_012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "TOGETHER_API_KEY=tgp_v1_aFX·qmLsLtcT8MOdQmVTUX",
    ),
)
