"""Credentials of LangChain."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

LANGSMITH_KEY = Credential(
    id="secret-langsmith-key",
    title="LangSmith API key",
    service="LangChain",
    severity=Severity.MEDIUM,
    keywords=("lsv2_",),
    expression=token(r"lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the traces of the workspace, with prompts and answers in them.",
    revoke="Delete it in the settings under API Keys.",
    source="https://docs.langchain.com/langsmith/create-account-api-key",
    finds=("LANGSMITH_API_KEY=lsv2_pt_ac5·824114974376032d363b0194a2bd6_3bf·b7d03ce",),
    ignores=(
        "LANGSMITH_API_KEY=lsv2_pt_012·3456789abcdef0123456789abcdef_012·3456789",
        "LANGSMITH_API_KEY=lsv2_pt_22b·c26d67f2e3fbd_02f·3c",
    ),
)
