"""Credentials of DeepSeek."""

from bartizan.content.credentials.spelling import keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DEEPSEEK_KEY = Credential(
    id="secret-deepseek-key",
    title="DeepSeek API key",
    service="DeepSeek",
    severity=Severity.MEDIUM,
    keywords=("deepseek",),
    expression=keyed("deepseek", "sk-[0-9a-f]{32}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it under API keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("DEEPSEEK_API_KEY=sk-a45·d7970d4147ee139a4d26b4652145e",),
    ignores=(
        "DEEPSEEK_API_KEY=sk-012·3456789abcdef0123456789abcdef",
        "DEEPSEEK_API_KEY=sk-04a·8944baa940a6c",
    ),
)
