"""Credentials of Perplexity."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PERPLEXITY_KEY = Credential(
    id="secret-perplexity-key",
    title="Perplexity API key",
    service="Perplexity",
    severity=Severity.MEDIUM,
    keywords=("pplx-",),
    expression=token(r"pplx-[0-9A-Za-z]{48}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it in the settings under API.",
    also=("perplexity-api-key",),
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("PPLX_API_KEY=pplx-qbL·WLUrTQDxvzMhxaw8exeEl6QH·zCEnMswCU2eGLynUKvqTt",),
    ignores=(
        "PPLX_API_KEY=pplx-012·3456789abcdefghijklmnopq·rstuvwxyzABCDEFGHIJKL",
        "PPLX_API_KEY=pplx-rna·Xsd90ue9GCacla607gxd3",
    ),
)
