"""Caches of AppSync are encrypted."""

from bartizan.content.kinds.aws.appsync_api import Cache
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-appsync-cache-encrypted",
    title="Caches of AppSync are encrypted",
    severity=Severity.MEDIUM,
    every=Cache,
    must=Cache.encrypted & Cache.tls,
    because="Answers, personal data among them, are kept and sent as they are.",
    fix=(
        "Set at_rest_encryption_enabled and transit_encryption_enabled (Terraform), or AtRestEncryptionEnabled "
        "and TransitEncryptionEnabled (CloudFormation) to true."
    ),
    serves=("encryption-at-rest", "encryption-in-transit"),
    also=("CKV_AWS_214", "CKV_AWS_215"),
    passes=[Cache(encrypted=True, tls=True)],
    fails=[Cache(encrypted=False, tls=True), Cache(encrypted=True, tls=False)],
)
