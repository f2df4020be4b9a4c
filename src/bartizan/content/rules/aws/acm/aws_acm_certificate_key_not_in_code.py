"""Private keys of certificates in ACM are not written in code."""

from bartizan.content.kinds.aws.acm_certificate import Certificate
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-acm-certificate-key-not-in-code",
    title="Private keys of certificates in ACM are not written in code",
    severity=Severity.HIGH,
    every=Certificate,
    must=~Certificate.key_written,
    because="With the key from the repository anyone can pose as the site.",
    fix="Request a certificate from ACM, which keeps its key, or take private_key from a secret store.",
    serves=("secrets-not-in-code", "certificate-management"),
    passes=[
        Certificate(key_written=False),
    ],
    fails=[
        Certificate(key_written=True),
    ],
)
