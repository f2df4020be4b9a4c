"""Policies allow decryption with named keys only."""

from bartizan.content.kinds.aws.iam_policy import GRANTS, Statement
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-policy-decrypts-named-keys",
    title="Policies allow decryption with named keys only",
    severity=Severity.MEDIUM,
    every=Statement,
    where=GRANTS,
    must=~(Statement.unlimited & Statement.covers.has_any("kms:Decrypt", "kms:ReEncryptFrom")),
    because="Encryption with different keys separates nothing when one identity can decrypt with all of them.",
    fix=(
        "Set Resource of kms:Decrypt and kms:ReEncryptFrom to the ARNs of the keys that are needed, or add a "
        "condition on kms:ViaService."
    ),
    serves=("key-protection", "least-privilege"),
    passes=[
        Statement(allows=True, conditions=frozenset(), unlimited=False, covers=frozenset({"kms:Decrypt"})),
    ],
    fails=[
        Statement(allows=True, conditions=frozenset(), unlimited=True, covers=frozenset({"kms:Decrypt"})),
    ],
)
