"""Credentials of Groq."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GROQ_KEY = Credential(
    id="secret-groq-key",
    title="Groq API key",
    service="Groq",
    severity=Severity.MEDIUM,
    keywords=("gsk_",),
    expression=token(r"gsk_[0-9A-Za-z]{52}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the console under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("GROQ_API_KEY=gsk_pPH·5eKOcPqQhHKH93EEe8lGNMsEFr·qeYDYSvq6cb5oocTblzHEOo",),
    ignores=(
        "GROQ_API_KEY=gsk_012·3456789abcdefghijklmnopqrs·tuvwxyzABCDEFGHIJKLMNOP",
        "GROQ_API_KEY=gsk_ggI·D8oBeYOKTidQAEqczyUoaL4",
    ),
)
