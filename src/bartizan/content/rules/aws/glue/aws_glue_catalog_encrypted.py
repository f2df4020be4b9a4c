"""The Glue catalogue and the passwords in it are encrypted."""

from bartizan.content.kinds.aws.glue_security import CatalogSettings
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-glue-catalog-encrypted",
    title="The Glue catalogue and the passwords in it are encrypted",
    severity=Severity.MEDIUM,
    every=CatalogSettings,
    must=CatalogSettings.encrypted & CatalogSettings.passwords_encrypted,
    because="Whoever may read a connection reads its password, and the catalogue tells where all data is.",
    fix=(
        "Set catalog_encryption_mode to SSE-KMS and return_connection_password_encrypted to true (Terraform), or "
        "CatalogEncryptionMode and ReturnConnectionPasswordEncrypted (CloudFormation)."
    ),
    serves=("encryption-at-rest",),
    also=("CKV_AWS_94",),
    passes=[CatalogSettings(encrypted=True, passwords_encrypted=True)],
    fails=[
        CatalogSettings(encrypted=False, passwords_encrypted=True),
        CatalogSettings(encrypted=True, passwords_encrypted=False),
    ],
)
