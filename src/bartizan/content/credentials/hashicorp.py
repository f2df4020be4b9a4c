"""Credentials of HashiCorp."""

from bartizan.content.credentials.spelling import UUID, after, dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

TERRAFORM_CLOUD_TOKEN = Credential(
    id="secret-terraform-cloud-token",
    title="HCP Terraform API token",
    service="HashiCorp",
    severity=Severity.CRITICAL,
    keywords=(".atlasv1.",),
    expression=dashed(r"[0-9A-Za-z]{14}\.atlasv1\.[0-9A-Za-z_=-]{60,70}"),
    entropy=3.0,
    check="random",
    grants=(
        "Whoever holds it reads state and variables of the workspaces, and applies changes with "
        "their cloud credentials."
    ),
    revoke="Delete it in the settings of the user, team or organization.",
    also=("hashicorp-tf-api-token",),
    source="https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    finds=(
        (
            'credentials "app.terraform.io" { token = "P3e·Wz4ClzKIqVy.atlasv1.HVk·bi1-C_GKexMpGVOu0W'
            'twVzZbZrWfhS6RC·xBzeOR8kN3pzL8DEdOUiHgsEGjZt2YU" }'
        ),
    ),
    ignores=(
        (
            'credentials "app.terraform.io" { token = "012·3456789abcd.atlasv1.012·3456789abcdefghijk'
            'lmnopqrstuvwxyz·ABCDEFGHIJKLMNOPQRSTUVWXYZ01234" }'
        ),
        ('credentials "app.terraform.io" { token = "264·0PIe.atlasv1.KWI·N6BqNBu0ai5_FuPPt2Rc6_G4CTh0Is" }'),
    ),
)

VAULT_SERVICE_TOKEN = Credential(
    id="secret-vault-service-token",
    title="Vault service token",
    service="HashiCorp",
    severity=Severity.CRITICAL,
    keywords=("hvs.",),
    expression=dashed(r"hvs\.[0-9A-Za-z_-]{24,300}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it and reaches Vault reads the secrets that its policies allow.",
    revoke="Revoke it with vault token revoke, and rotate what it could read.",
    also=("vault-service-token",),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    finds=(
        (
            "VAULT_TOKEN=hvs.ltm·-GIaus8w9LeXa5ub3KJU8lOajaImN2LGqGH-NLq9WXiib·KR3570FmMXa_hwBlozMQBx"
            "PYSSbcx7whhdDgRJD-EDf"
        ),
    ),
    ignores=(
        (
            "VAULT_TOKEN=hvs.012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL·MNOPQRSTUVWXYZ01234567"
            "89abcdefghijklmnopqrs"
        ),
    ),
)

VAULT_BATCH_TOKEN = Credential(
    id="secret-vault-batch-token",
    title="Vault batch token",
    service="HashiCorp",
    severity=Severity.HIGH,
    keywords=("hvb.",),
    expression=dashed(r"hvb\.[0-9A-Za-z_-]{100,400}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it and reaches Vault reads the secrets that its policies allow, until it expires.",
    revoke="It can not be revoked alone: revoke its parent, and rotate what it could read.",
    also=("vault-batch-token",),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    finds=(
        (
            "X-Vault-Token: hvb.ZiW·4MWzEV0Ajj6Sl0xhvcsz-gUGuLgQocdcYxsTrT0lHqwhGkSFai988hF0NkRHiO2xd"
            "j1juxhXw7E·NVWOEZRjE8AtEl38CJxIKDRb-C3pj51Wu0rl_WXlcJTUHcBDKT_iVpuLgWDF6dcdq01R7sHh"
        ),
    ),
    ignores=(
        (
            "X-Vault-Token: hvb.012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
            "6789abcdef·ghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnop"
        ),
        ("X-Vault-Token: hvb.glS·g8K0PzSSUD9t7NJu1teNbT5mf4Rhgw3ERvljz·VGbKxjm_KjuqcMV1glOYSjovYMDpiuTEgq6"),
    ),
)

VAULT_RECOVERY_TOKEN = Credential(
    id="secret-vault-recovery-token",
    title="Vault recovery token",
    service="HashiCorp",
    severity=Severity.CRITICAL,
    keywords=("hvr.",),
    expression=dashed(r"hvr\.[0-9A-Za-z_-]{24,300}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it and reaches Vault in recovery mode reads and changes its storage.",
    revoke="Restart Vault out of recovery mode, and rotate what is in it.",
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    finds=(
        ("token: hvr.RTi·5ifeZiMjswJQZ8f9cYGHQ0PRVaumw7deq6EPksnBoMM5F·RivTW49_lWhJN3L089geJeWMwp_XncfCZHKnIrxMJU7"),
    ),
    ignores=(
        ("token: hvr.012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKL·MNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrs"),
    ),
)

VAULT_OLD_TOKEN = Credential(
    id="secret-vault-old-token",
    title="Vault token of the older form",
    service="HashiCorp",
    severity=Severity.CRITICAL,
    keywords=("vault",),
    expression=after(r"vault[_-]?(?:root[_-]?|dev[_-]?)?token|vault login", "s\\.[0-9A-Za-z]{24}"),
    entropy=3.5,
    check="random",
    grants="Whoever holds it and reaches Vault reads the secrets that its policies allow.",
    revoke="Revoke it with vault token revoke, and rotate what it could read.",
    also=("vault-service-token",),
    source="https://developer.hashicorp.com/vault/docs/concepts/tokens",
    finds=("VAULT_TOKEN=s.6j2·y9DdTQDiKIVUOT7vhwsBM",),
    ignores=(
        "VAULT_TOKEN=s.012·3456789abcdefghijklmn",
        "VAULT_TOKEN=s.GKS·gH6WjDaLw",
    ),
)

VAULT_APP_ROLE = Credential(
    id="secret-vault-app-role",
    title="Vault AppRole secret id",
    service="HashiCorp",
    severity=Severity.HIGH,
    keywords=("secret_id", "secret-id", "secretid"),
    expression=after(r"(?:vault|approle|app_role)?[\w-]{0,12}secret[_-]?id", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it, and the role id, logs in to Vault as the application.",
    revoke="Destroy the secret id, and let a wrapped one be delivered when the application starts.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("VAULT_SECRET_ID=11829·817-bf96-4e45-a6fa·-084f1e2bfcc8",),
    ignores=(
        "VAULT_SECR·ET_ID=00000000-0000-0000-0000-000000000000",
        "VAULT_SECRET_ID=98807·ef3-c270-4e3a-a28b-78a1329",
    ),
)

CONSUL_TOKEN = Credential(
    id="secret-consul-token",
    title="Consul ACL token",
    service="HashiCorp",
    severity=Severity.HIGH,
    keywords=("consul_", "x-consul", "consul-token", "consultoken", "consul token"),
    expression=after(r"consul[\w-]{0,16}?token|x-consul-token", UUID),
    entropy=3.0,
    check="uuid",
    grants=(
        "Whoever holds it and reaches Consul reads and changes the catalogue and the key/value store "
        "as its policies allow."
    ),
    revoke="Delete it with consul acl token delete.",
    source="https://developer.hashicorp.com/consul/docs/security/acl/tokens",
    finds=("CONSUL_HTTP_TOKEN=b9490·c99-2f8a-45a8-a819·-a976a7e9c81d",),
    ignores=(
        "CON·SUL_HTTP_TOKEN=00000000-0000-0000-0000-000000000000",
        "CONSUL_HTTP_TOKEN=22b83·826-797a-4e4d-a3b9-495a869",
    ),
)

NOMAD_TOKEN = Credential(
    id="secret-nomad-token",
    title="Nomad ACL token",
    service="HashiCorp",
    severity=Severity.CRITICAL,
    keywords=("nomad",),
    expression=after(r"nomad[\w-]{0,16}?token|x-nomad-token", UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it and reaches Nomad runs programs on its machines as its policies allow.",
    revoke="Delete it with nomad acl token delete.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("NOMAD_TOKEN=00976·7f5-4424-47ad-a5e2·-143168444ff8",),
    ignores=(
        "NO·MAD_TOKEN=00000000-0000-0000-0000-000000000000",
        "NOMAD_TOKEN=d3e1e·a13-2dac-4f43-a000-ca3f0f2",
    ),
)

HCP_CLIENT_SECRET = Credential(
    id="secret-hcp-client-secret",
    title="HashiCorp Cloud Platform client secret",
    service="HashiCorp",
    severity=Severity.HIGH,
    keywords=("hcp_client", "hcp-client", "hcpclient"),
    expression=after(r"hcp[_-]?client[_-]?secret", "[0-9A-Za-z_-]{64}"),
    entropy=3.8,
    check="mixed",
    grants="Whoever holds it, and the client id, acts as a service principal of the platform.",
    revoke="Delete the key of the service principal.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("HCP_CLIENT_SECRET=mA2·Hipgltyqq3x-Prv_Ov4wW5OxtzA-qA4j·2FU1jLS37nN5OR0OgiQgNerXu2c0N",),
    ignores=(
        "HCP_CLIENT_SECRET=012·3456789abcdefghijklmnopqrstuvwxy·zABCDEFGHIJKLMNOPQRSTUVWXYZ01",
        "HCP_CLIENT_SECRET=4zD·O_6Y27s8gpx0oWtfC0nkt5dj4sFiB",
    ),
)
