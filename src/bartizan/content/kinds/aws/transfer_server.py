"""AWS Transfer Family servers."""

from bartizan.core.kind import Asset, Many, Text
from bartizan.core.source import Block, Shown, Source


class Server(Asset, kind="aws.transfer.server", identifier="arn:{partition}:transfer:{region}:{account}:server/{id}"):
    """Takes and gives files over SFTP, FTPS, FTP or AS2."""

    protocols = Many("Protocols it offers.")
    endpoint = Text("Where it is reached: PUBLIC, or inside a VPC.")
    security_policy = Text("The ciphers and keys it accepts.")


FROM_TERRAFORM = Source(
    of=Server,
    each=Block("aws_transfer_server"),
    reads={
        Server.protocols: 'not_null(protocols, `["SFTP"]`)',
        Server.endpoint: "not_null(endpoint_type, 'PUBLIC')",
        Server.security_policy: "not_null(security_policy_name, 'TransferSecurityPolicy-2018-11')",
    },
    shows=[
        Shown(
            text="""
resource "aws_transfer_server" "plain" {}
""",
            gives=Server(
                "aws_transfer_server.plain",
                protocols=frozenset({"SFTP"}),
                endpoint="PUBLIC",
                security_policy="TransferSecurityPolicy-2018-11",
            ),
        ),
        Shown(
            text="""
resource "aws_transfer_server" "files" {
  protocols            = ["FTP", "FTPS"]
  endpoint_type        = "VPC"
  security_policy_name = "TransferSecurityPolicy-2024-01"
}
""",
            gives=Server(
                "aws_transfer_server.files",
                protocols=frozenset({"FTP", "FTPS"}),
                endpoint="VPC",
                security_policy="TransferSecurityPolicy-2024-01",
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Server,
    each=Block("AWS::Transfer::Server"),
    reads={
        Server.protocols: 'not_null(Protocols, `["SFTP"]`)',
        Server.endpoint: "not_null(EndpointType, 'PUBLIC')",
        Server.security_policy: "not_null(SecurityPolicyName, 'TransferSecurityPolicy-2018-11')",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Transfer::Server
""",
            gives=Server(
                "Plain",
                protocols=frozenset({"SFTP"}),
                endpoint="PUBLIC",
                security_policy="TransferSecurityPolicy-2018-11",
            ),
        ),
        Shown(
            text="""
Resources:
  Files:
    Type: AWS::Transfer::Server
    Properties:
      Protocols: [FTP, FTPS]
      EndpointType: VPC
      SecurityPolicyName: TransferSecurityPolicy-2024-01
""",
            gives=Server(
                "Files",
                protocols=frozenset({"FTP", "FTPS"}),
                endpoint="VPC",
                security_policy="TransferSecurityPolicy-2024-01",
            ),
        ),
    ],
)
