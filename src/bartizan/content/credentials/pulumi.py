"""Credentials of Pulumi."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PULUMI_TOKEN = Credential(
    id="secret-pulumi-token",
    title="Pulumi access token",
    service="Pulumi",
    severity=Severity.CRITICAL,
    keywords=("pul-",),
    expression=token(r"pul-[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads the state of all stacks, with the secrets in it, and changes them.",
    revoke="Revoke it under Access tokens.",
    also=("pulumi-api-token",),
    source="https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/",
    finds=("PULUMI_ACCESS_TOKEN=pul-ca0·1b3709f7ad882e0855b5·b6ca6daad1e4a4ef2",),
    ignores=(
        "PULUMI_ACCESS_TOKEN=pul-012·3456789abcdef0123456·789abcdef01234567",
        "PULUMI_ACCESS_TOKEN=pul-0be·7404eb163d5351d04",
    ),
)
