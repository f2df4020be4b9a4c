"""Transfer servers do not offer FTP."""

from bartizan.content.kinds.aws.transfer_server import Server
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-transfer-server-secure-protocols",
    title="Transfer servers do not offer FTP",
    severity=Severity.MEDIUM,
    every=Server,
    must=~Server.protocols.has("FTP"),
    because=("Passwords and files cross the network in the clear, and whoever is on the way can read and change them."),
    fix="Remove FTP from protocols (Terraform) or Protocols (CloudFormation).",
    serves=("encryption-in-transit",),
    also=("CKV_AWS_357",),
    passes=[Server(protocols=frozenset({"SFTP"}))],
    fails=[Server(protocols=frozenset({"FTP", "SFTP"}))],
)
