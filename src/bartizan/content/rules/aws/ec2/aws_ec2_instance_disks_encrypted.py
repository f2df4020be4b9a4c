"""Disks of EC2 instances are encrypted."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import Disk, Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-instance-disks-encrypted",
    title="Disks of EC2 instances are encrypted",
    severity=Severity.MEDIUM,
    every=Machine,
    must=Machine.declares_root_disk & Machine.disks.all(Disk.encrypted),
    because=(
        "A snapshot of a plain disk can be shared, copied and read by anyone who gets the right to; an "
        "encrypted one also takes the key."
    ),
    fix=(
        "Set encrypted to true in root_block_device, ebs_block_device and block_device_mappings (Encrypted in "
        "BlockDeviceMappings), the root disk included."
    ),
    serves=("encryption-at-rest",),
    also=(
        "CKV_AWS_8",
        "AWS-0131",
        "AVD-AWS-0131",
        "aws-ec2-enable-at-rest-encryption",
        "AWS-0008",
        "AVD-AWS-0008",
        "aws-autoscaling-enable-at-rest-encryption",
        "aws-ec2-enable-launch-config-at-rest-encryption",
        "AWS-0178",
        "AVD-AWS-0178",
        "aws-ec2-require-vpc-flow-logs-for-all-vpcs",
    ),
    passes=[(Instance("i", declares_root_disk=True, disks=frozenset({"d"})), Disk("d", encrypted=True))],
    fails=[
        (Instance("i", declares_root_disk=True, disks=frozenset({"d"})), Disk("d", encrypted=False)),
        LaunchTemplate(declares_root_disk=False, disks=frozenset()),
    ],
)
