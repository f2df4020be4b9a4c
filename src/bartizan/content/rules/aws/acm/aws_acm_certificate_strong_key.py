"""Keys of certificates are strong."""

from bartizan.content.kinds.aws.acm_certificate import Certificate
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-acm-certificate-strong-key",
    title="Keys of certificates are strong",
    severity=Severity.MEDIUM,
    every=Certificate,
    must=~Certificate.algorithm.equals("RSA_1024"),
    because="A key of 1024 bits can be computed by who has the means, and browsers refuse it.",
    fix=(
        "Set key_algorithm (Terraform) or KeyAlgorithm (CloudFormation) to RSA_2048 or an elliptic curve, or leave it "
        "out."
    ),
    serves=("certificate-management", "strong-tls"),
    passes=[
        Certificate(algorithm="RSA_2048"),
    ],
    fails=[
        Certificate(algorithm="RSA_1024"),
    ],
)
