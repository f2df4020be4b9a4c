"""Credentials of Anthropic."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

ANTHROPIC_KEY = Credential(
    id="secret-anthropic-key",
    title="Anthropic API key",
    service="Anthropic",
    severity=Severity.HIGH,
    keywords=("sk-ant-api",),
    expression=dashed(r"sk-ant-api[0-9]{2}-[0-9A-Za-z_-]{93}AA"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Disable it in the console under API keys, and look at the usage.",
    also=("anthropic-api-key",),
    source="https://docs.anthropic.com/en/api/overview",
    finds=(
        (
            "ANTHROPIC_API_KEY=sk-ant-api03-rbS·zd9njlA2EwpDhUOvmG-mz-kOUrpg9ZnX86MSYSWVYsnEBH·2okXxc"
            "9DCXvwXoAlSehpS7yh_6WI8nRD62ZCG6PjjtXvAA"
        ),
    ),
    ignores=(
        (
            "ANTHROPIC_API_KEY=sk-ant-api03-012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM·NOPQRS"
            "TUVWXYZ0123456789abcdefghijklmnopqrstuAA"
        ),
        "ANTHROPIC_API_KEY=sk-ant-api03-iec·doP9w9KzIjfidKEDuexr5yl·C5sjToBIu1CmEtDH3GwZAA",
    ),
)

ANTHROPIC_ADMIN_KEY = Credential(
    id="secret-anthropic-admin-key",
    title="Anthropic admin API key",
    service="Anthropic",
    severity=Severity.CRITICAL,
    keywords=("sk-ant-admin",),
    expression=dashed(r"sk-ant-admin[0-9]{2}-[0-9A-Za-z_-]{93}AA"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it manages the members, workspaces and keys of the organisation.",
    revoke="Disable it in the console under Admin keys.",
    also=("anthropic-admin-api-key",),
    source="https://docs.anthropic.com/en/api/administration-api",
    finds=(
        (
            "key: sk-ant-admin01-nYK·MNkmlZ4qNKZjSgYgoi7gUOGs8uqQ96h-P9YPXy4r3OcaOd·gLZ1JXZvRXaYRrSrm"
            "gcSbU18E4lz-3ldD-xIfitZRTVUAA"
        ),
    ),
    ignores=(
        (
            "key: sk-ant-admin01-012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM·NOPQRSTUVWXYZ0123"
            "456789abcdefghijklmnopqrstuAA"
        ),
        "key: sk-ant-admin01-XHn·QER4GUZSHc_uBM3EddVnPjr·QyA2IkpQbUgTjivMgOOJAA",
    ),
)

ANTHROPIC_OAUTH_TOKEN = Credential(
    id="secret-anthropic-oauth-token",
    title="Anthropic OAuth token",
    service="Anthropic",
    severity=Severity.HIGH,
    keywords=("sk-ant-oat", "sk-ant-ort"),
    expression=dashed(r"sk-ant-o[ar]t[0-9]{2}-[0-9A-Za-z_-]{80,120}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Log out of all sessions in the account settings.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-HMG·KuuFhNKtFiCK66SRlPW48QEk-qq-97nbhRD2FWZ8dnB1tWT"
            "·-ypXA4duoq7gja91v3p6tBbrLurgqstyOx66zdr7HrpoZ"
        ),
    ),
    ignores=(
        (
            "CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"
            "·OPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvw"
        ),
        "CLAUDE_CODE_OAUTH_TOKEN=sk-ant-oat01-xpa·n_zCN8ce8bWDFOLcfrOWi-y·Qq_IiKFazK1kKZ_p1nETs",
    ),
)
