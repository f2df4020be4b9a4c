"""Credentials of xAI."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

XAI_KEY = Credential(
    id="secret-xai-key",
    title="xAI API key",
    service="xAI",
    severity=Severity.MEDIUM,
    keywords=("xai-",),
    expression=token(r"xai-[0-9A-Za-z]{80}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the console under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(("XAI_API_KEY=xai-iof·7dYytp0bwAhEQj2BII2cp8zzHS2xB20An51yMepE·zMHnm8v3Y8MGLUNapjKk8BnMAZZ0S0Vgr2y7S"),),
    ignores=(
        ("XAI_API_KEY=xai-012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG·HIJKLMNOPQRSTUVWXYZ0123456789abcdefgh"),
        "XAI_API_KEY=xai-Zzi·aPhiRi18raLOOx0ZmIeE·wEJgKcOLUjETdcHZI",
    ),
)
