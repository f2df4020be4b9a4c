"""TLS certificates that are kept in AWS IAM."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class ServerCertificate(
    Asset, kind="aws.iam.server-certificate", identifier="arn:{partition}:iam::{account}:server-certificate{path}{name}"
):
    """A certificate uploaded to IAM together with its private key."""

    name = Text("Its name, where it is known before deployment.")
    path = Text("Where it is in the account's own order of names: `/`, `/cloudfront/`.")
    key_written = Flag("The private key is written in the source.")


FROM_TERRAFORM = Source(
    of=ServerCertificate,
    each=Block("aws_iam_server_certificate"),
    reads={
        ServerCertificate.name: "name",
        ServerCertificate.path: "not_null(path, '/')",
        ServerCertificate.key_written: "literal(private_key)",
    },
    shows=[
        Shown(
            text="""
resource "aws_iam_server_certificate" "site" {
  name             = "site"
  certificate_body = "-----BEGIN CERTIFICATE-----"
  private_key      = "-----BEGIN PRIVATE KEY-----"
}
""",
            gives=ServerCertificate("aws_iam_server_certificate.site", name="site", path="/", key_written=True),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=ServerCertificate,
    each=Block("AWS::IAM::ServerCertificate"),
    reads={
        ServerCertificate.name: "ServerCertificateName",
        ServerCertificate.path: "not_null(Path, '/')",
        ServerCertificate.key_written: "literal(PrivateKey)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Site:
    Type: AWS::IAM::ServerCertificate
    Properties: {ServerCertificateName: site, PrivateKey: "-----BEGIN PRIVATE KEY-----"}
""",
            gives=ServerCertificate("Site", name="site", path="/", key_written=True),
        ),
        Shown(
            text="""
Resources:
  Site:
    Type: AWS::IAM::ServerCertificate
    Properties: {PrivateKey: "{{resolve:secretsmanager:site:SecretString:key}}"}
""",
            gives=ServerCertificate("Site", key_written=False),
        ),
    ],
)
