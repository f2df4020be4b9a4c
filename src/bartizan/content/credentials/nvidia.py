"""Credentials of NVIDIA."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NVIDIA_KEY = Credential(
    id="secret-nvidia-key",
    title="NVIDIA API key",
    service="NVIDIA",
    severity=Severity.MEDIUM,
    keywords=("nvapi-",),
    expression=dashed(r"nvapi-[0-9A-Za-z_-]{64}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Delete it under API Keys.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("NVIDIA_API_KEY=nvapi-9fD·IZMsyzvINdHR4YAqpblGLGFn9L873gBh·OE1DgrPgaN3wUJgt3OnO3sU_DFHj8",),
    ignores=(
        "NVIDIA_API_KEY=nvapi-012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "NVIDIA_API_KEY=nvapi-oxi·u6z9H3sIUcEbXbDbkoeNKZD4XGyJ8",
    ),
)
