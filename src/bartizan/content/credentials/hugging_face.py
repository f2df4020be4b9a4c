"""Credentials of Hugging Face."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

HUGGINGFACE_TOKEN = Credential(
    id="secret-huggingface-token",
    title="Hugging Face access token",
    service="Hugging Face",
    severity=Severity.HIGH,
    keywords=("hf_",),
    expression=token(r"hf_[A-Za-z]{34}"),
    entropy=3.5,
    check="random",
    grants=(
        "Whoever holds it reads private models and data sets, and with write access replaces models that others load."
    ),
    revoke="Delete it under Access Tokens, and compare the models that were changed.",
    also=("huggingface-access-token",),
    source="https://huggingface.co/docs/hub/security-tokens",
    finds=("HF_TOKEN=hf_EXP·qMMHEzhaTSlZRzXqMZkHMzqylTQFbSF",),
    ignores=(
        "HF_TOKEN=hf_012·3456789abcdefghijklmnopqrstuvwx",
        "HF_TOKEN=hf_ypV·eZMgFCpxxgYYEK",
    ),
)

HUGGINGFACE_ORGANIZATION_TOKEN = Credential(
    id="secret-huggingface-organization-token",
    title="Hugging Face organization API token",
    service="Hugging Face",
    severity=Severity.HIGH,
    keywords=("api_org_",),
    expression=token(r"api_org_[A-Za-z]{34}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it reads, and with write access replaces, the models of the organization.",
    revoke="Delete it in the settings of the organization.",
    also=("huggingface-organization-api-token",),
    source="https://huggingface.co/docs/hub/security-tokens",
    finds=('token = "api_org_Urf·jRLMvTatOeMxRiBsYdDgYqIVivNaYHE"',),
    ignores=(
        'token = "api_org_012·3456789abcdefghijklmnopqrstuvwx"',
        'token = "api_org_foP·EqVoKOOKyqzWso"',
    ),
)
