"""The policy of EFS file systems requires TLS and names who may mount them."""

from bartizan.content.kinds.aws.efs_file_system import FileSystem
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-efs-file-system-policy-limits",
    title="The policy of EFS file systems requires TLS and names who may mount them",
    severity=Severity.MEDIUM,
    every=FileSystem,
    must=FileSystem.tls_only & ~FileSystem.open_by_policy,
    because=(
        "Without a policy everyone in the network mounts the file system as root, and files cross the network in "
        "the clear."
    ),
    fix=(
        "Add aws_efs_file_system_policy (Terraform) or FileSystemPolicy (CloudFormation) that denies requests "
        "where aws:SecureTransport is false and names principals."
    ),
    serves=("encryption-in-transit", "no-anonymous-access"),
    passes=[FileSystem(tls_only=True, open_by_policy=False)],
    fails=[FileSystem(tls_only=False, open_by_policy=False), FileSystem(tls_only=True, open_by_policy=True)],
)
