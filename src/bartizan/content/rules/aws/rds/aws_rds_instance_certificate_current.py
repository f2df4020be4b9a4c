"""RDS instances do not use an expired certificate authority."""

from bartizan.content.kinds.aws.rds_instance import Instance
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-rds-instance-certificate-current",
    title="RDS instances do not use an expired certificate authority",
    severity=Severity.MEDIUM,
    every=Instance,
    must=~Instance.certificate_authority.one_of("rds-ca-2015", "rds-ca-2019"),
    because="Clients that check the certificate cannot connect, and the usual way out is to switch the check off.",
    fix=(
        "Set ca_cert_identifier (Terraform) or CACertificateIdentifier (CloudFormation) to rds-ca-rsa2048-g1 or "
        "newer, or remove it."
    ),
    serves=("certificate-management",),
    also=("CKV_AWS_211",),
    passes=[Instance(certificate_authority="rds-ca-rsa2048-g1"), Instance(certificate_authority=None)],
    fails=[Instance(certificate_authority="rds-ca-2019")],
)
