"""Private keys of certificates in IAM are not written in code."""

from bartizan.content.kinds.aws.iam_server_certificate import ServerCertificate
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-iam-server-certificate-key-not-in-code",
    title="Private keys of certificates in IAM are not written in code",
    severity=Severity.HIGH,
    every=ServerCertificate,
    must=~ServerCertificate.key_written,
    because="With the key from the repository anyone can pose as the site and read recorded traffic.",
    fix=(
        "Use a certificate of ACM, which keeps its key, or take private_key (Terraform) or PrivateKey "
        "(CloudFormation) from a secret store."
    ),
    serves=("secrets-not-in-code", "certificate-management"),
    passes=[
        ServerCertificate(key_written=False),
    ],
    fails=[
        ServerCertificate(key_written=True),
    ],
)
