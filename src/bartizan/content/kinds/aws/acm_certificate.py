"""AWS Certificate Manager."""

from bartizan.core.kind import Asset, Flag, Many, Text
from bartizan.core.source import Block, Fixed, Shown, Source


class Certificate(
    Asset, kind="aws.acm.certificate", identifier="arn:{partition}:acm:{region}:{account}:certificate/{id}"
):
    """A TLS certificate and its key, kept for load balancers, CloudFront and other services."""

    names = Many("Names it is valid for.")
    transparent = Flag("It is written in the public logs of certificates.")
    algorithm = Text("Kind and size of its key.")
    validation = Text("How it is proved whose the names are: DNS, EMAIL, HTTP or, for an imported one, NONE.")
    key_written = Flag("Its private key is written in the source.")


FROM_TERRAFORM = Source(
    of=Certificate,
    each=Block("aws_acm_certificate"),
    reads={
        Certificate.names: "[domain_name, subject_alternative_names][]",
        Certificate.transparent: (
            "not_null(options[0].certificate_transparency_logging_preference, 'ENABLED') == 'ENABLED'"
        ),
        Certificate.algorithm: "not_null(key_algorithm, 'RSA_2048')",
        Certificate.validation: "not_null(validation_method, certificate_authority_arn && 'DNS', 'NONE')",
        Certificate.key_written: "literal(not_null(private_key, private_key_wo))",
    },
    shows=[
        Shown(
            text="""
resource "aws_acm_certificate" "plain" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}
""",
            gives=Certificate(
                "aws_acm_certificate.plain",
                names=frozenset({"shop.example.com"}),
                transparent=True,
                algorithm="RSA_2048",
                validation="DNS",
                key_written=False,
            ),
        ),
        Shown(
            text="""
resource "aws_acm_certificate" "wide" {
  domain_name               = "example.com"
  subject_alternative_names = ["*.example.com"]
  validation_method         = "EMAIL"
  key_algorithm             = "EC_prime256v1"
  options {
    certificate_transparency_logging_preference = "DISABLED"
  }
}
""",
            gives=Certificate(
                "aws_acm_certificate.wide",
                names=frozenset({"example.com", "*.example.com"}),
                transparent=False,
                algorithm="EC_prime256v1",
                validation="EMAIL",
            ),
        ),
        Shown(
            text="""
resource "aws_acm_certificate" "imported" {
  certificate_body = "-----BEGIN CERTIFICATE-----"
  private_key      = "-----BEGIN PRIVATE KEY-----"
}
""",
            gives=Certificate("aws_acm_certificate.imported", validation="NONE", key_written=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Certificate,
    each=Block("AWS::CertificateManager::Certificate"),
    reads={
        Certificate.names: "[DomainName, SubjectAlternativeNames][]",
        Certificate.transparent: "not_null(CertificateTransparencyLoggingPreference, 'ENABLED') == 'ENABLED'",
        Certificate.algorithm: "not_null(KeyAlgorithm, 'RSA_2048')",
        Certificate.validation: "not_null(ValidationMethod, CertificateAuthorityArn && 'DNS', 'EMAIL')",
        Certificate.key_written: Fixed(False, "CloudFormation cannot import certificates."),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::CertificateManager::Certificate', Properties: {DomainName: a.example}}}",
            gives=Certificate(
                "Plain",
                names=frozenset({"a.example"}),
                transparent=True,
                algorithm="RSA_2048",
                validation="EMAIL",
                key_written=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: example.com
      SubjectAlternativeNames: ["*.example.com"]
      ValidationMethod: DNS
      KeyAlgorithm: EC_prime256v1
      CertificateTransparencyLoggingPreference: DISABLED
""",
            gives=Certificate(
                "Set",
                names=frozenset({"example.com", "*.example.com"}),
                transparent=False,
                algorithm="EC_prime256v1",
                validation="DNS",
            ),
        ),
    ],
)
