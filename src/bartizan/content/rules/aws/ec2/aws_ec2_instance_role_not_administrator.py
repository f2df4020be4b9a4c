"""Roles of EC2 instances are not administrators."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.content.kinds.aws.iam_administrator import ADMINISTRATOR
from bartizan.content.kinds.aws.iam_instance_profile import InstanceProfile
from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-instance-role-not-administrator",
    title="Roles of EC2 instances are not administrators",
    severity=Severity.HIGH,
    every=Machine,
    must=~Machine.profile.any(InstanceProfile.role.any(ADMINISTRATOR)),
    because="Whoever gets a shell on the machine, or can make a program on it fetch an address, owns the account.",
    fix=("Give the role of the instance profile only the actions and resources that the programs on the machine use."),
    serves=("least-privilege", "service-identity"),
    passes=[
        (
            Instance("i", profile=frozenset({"p"})),
            InstanceProfile("p", role=frozenset({"r"})),
            Role(
                "r",
                managed=frozenset({"arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"}),
                attachments=frozenset(),
                statements=frozenset(),
                policies=frozenset(),
            ),
        )
    ],
    fails=[
        (
            Instance("i", profile=frozenset({"p"})),
            InstanceProfile("p", role=frozenset({"r"})),
            Role("r", managed=frozenset({"arn:aws:iam::aws:policy/AdministratorAccess"})),
        )
    ],
)
