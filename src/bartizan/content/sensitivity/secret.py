"""Passwords, keys and tokens."""

from bartizan.content.kinds.aws.secretsmanager_secret import Secret as AwsSecret
from bartizan.content.kinds.aws.ssm_parameter import Parameter
from bartizan.content.kinds.azure.keyvault_vault import Secret as VaultSecret
from bartizan.content.kinds.azure.keyvault_vault import Vault
from bartizan.content.kinds.gcp.secretmanager_secret import Secret as GcpSecret
from bartizan.content.kinds.kubernetes.secret import Secret as KubernetesSecret
from bartizan.core.sensitivity import Kept, Sensitivity

CLASS = Sensitivity(
    id="secret",
    title="Passwords, keys and tokens",
    words=(
        "secret",
        "credential",
        "password",
        "passwd",
        "token",
        "api key",
        "private key",
        "ssh key",
        "keystore",
        "vault",
        "certificate store",
        "tfstate",
        "terraform state",
        "state backend",
        "kubeconfig",
    ),
    unless=(
        "token bucket",
        "token issuer",
        "token count",
        "secret rotation",
        "backup vault",
        "recovery vault",
        "password policy",
        "vault lock",
        "tokenizer",
        "secretless",
    ),
    tags=("secret", "credential", "secrets", "password"),
    kept=(
        Kept(by=AwsSecret),
        Kept(by=Parameter, where=Parameter.encrypted),
        Kept(by=Vault),
        Kept(by=VaultSecret),
        Kept(by=GcpSecret),
        Kept(by=KubernetesSecret),
    ),
    weight=1.0,
    because="A secret makes its finder somebody else, with all that this somebody may do.",
)
