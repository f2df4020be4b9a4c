"""Credentials of Weights & Biases."""

from bartizan.content.credentials.spelling import HEX40, keyed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

WANDB_KEY = Credential(
    id="secret-wandb-key",
    title="Weights & Biases API key",
    service="Weights & Biases",
    severity=Severity.MEDIUM,
    keywords=("wandb",),
    expression=keyed("wandb", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it reads the runs, models and data that the user may.",
    revoke="Delete it in the user settings.",
    source="https://docs.wandb.ai/",
    finds=("WANDB_API_KEY=a38·1705f94b26ae8efdf816·b8d3c8c278f209f77",),
    ignores=(
        "WANDB_API_KEY=012·3456789abcdef0123456·789abcdef01234567",
        "WANDB_API_KEY=8ee·278eec9d0b02bce78",
        "etag: 788·6ce4b49fbeee9949aa5e·439f27d13dc2edd2b",
    ),
)
