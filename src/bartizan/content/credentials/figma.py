"""Credentials of Figma."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

FIGMA_TOKEN = Credential(
    id="secret-figma-token",
    title="Figma access token",
    service="Figma",
    severity=Severity.MEDIUM,
    keywords=("figd_", "figo_", "figu_", "figor_"),
    expression=dashed(r"fig(?:d|o|u|or|uh|oh|dh)_[0-9A-Za-z_-]{38,50}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it reads the files of the user.",
    revoke="Revoke it in the account settings.",
    source="https://www.figma.com/developers/api#access-tokens",
    finds=("FIGMA_TOKEN=figd_UwP·gwSaE9acMbY7Qb4OpOoh·hpBZDxUG-fg2auujt",),
    ignores=(
        "FIGMA_TOKEN=figd_012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
        "FIGMA_TOKEN=figd_TIM·CACCLd9551PBJKUOa",
    ),
)
