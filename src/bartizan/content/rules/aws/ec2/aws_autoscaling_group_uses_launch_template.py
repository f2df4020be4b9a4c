"""Auto Scaling groups use launch templates."""

from bartizan.content.kinds.aws.autoscaling_group import Group
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-autoscaling-group-uses-launch-template",
    title="Auto Scaling groups use launch templates",
    severity=Severity.LOW,
    every=Group,
    must=~Group.from_configuration,
    because=(
        "Launch configurations get no new settings, among them those that protect the metadata service and "
        "the disks of later generations."
    ),
    fix="Replace launch_configuration (LaunchConfigurationName) by launch_template (LaunchTemplate).",
    serves=("configuration-baseline",),
    also=("CKV_AWS_315",),
    passes=[Group(from_configuration=False)],
    fails=[Group(from_configuration=True)],
)
