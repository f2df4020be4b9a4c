"""ECS tasks speak to EFS over TLS."""

from bartizan.content.kinds.aws.ecs_task_definition import TaskVolume
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ecs-task-efs-uses-tls",
    title="ECS tasks speak to EFS over TLS",
    severity=Severity.MEDIUM,
    every=TaskVolume,
    where=TaskVolume.on_efs,
    must=TaskVolume.uses_tls,
    because="Files travel in the clear through the network, for everyone who has a foothold there to read and change.",
    fix=(
        "Set transit_encryption in efs_volume_configuration (TransitEncryption in EFSVolumeConfiguration) to ENABLED."
    ),
    serves=("encryption-in-transit",),
    also=("CKV_AWS_97", "AWS-0035", "AVD-AWS-0035", "aws-ecs-enable-in-transit-encryption"),
    passes=[TaskVolume(on_efs=True, uses_tls=True)],
    fails=[TaskVolume(on_efs=True, uses_tls=False)],
)
