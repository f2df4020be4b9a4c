"""Credentials of OpenRouter."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OPENROUTER_KEY = Credential(
    id="secret-openrouter-key",
    title="OpenRouter API key",
    service="OpenRouter",
    severity=Severity.MEDIUM,
    keywords=("sk-or-v1-",),
    expression=token(r"sk-or-v1-[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the settings under Keys.",
    source="https://openrouter.ai/docs/api-reference/authentication",
    finds=("OPENROUTER_API_KEY=sk-or-v1-24b·e29685c952f3b37d88a8f2b05440039e·d8ca04e8e9a80a3fb7e3c7a18e035",),
    ignores=(
        "OPENROUTER_API_KEY=sk-or-v1-012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef",
        "OPENROUTER_API_KEY=sk-or-v1-597·53bdd655e092cb7531700f8ee963c",
    ),
)
