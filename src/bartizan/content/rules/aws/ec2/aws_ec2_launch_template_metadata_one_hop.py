"""Answers of the metadata service stay on the machine."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-launch-template-metadata-one-hop",
    title="Answers of the metadata service stay on the machine",
    severity=Severity.LOW,
    every=Machine,
    must=~Machine.metadata_on | ~Machine.metadata_hops.is_set() | Machine.metadata_hops.at_most(1),
    because=(
        "With more than one hop, containers on the machine reach the metadata service too, and take the role "
        "of the whole machine."
    ),
    fix="Set http_put_response_hop_limit (HttpPutResponseHopLimit) to 1, and give containers roles of their own.",
    serves=("metadata-protection", "container-isolation"),
    also=("CKV_AWS_341",),
    passes=[
        Instance(metadata_on=True, metadata_hops=1),
        Instance(metadata_on=True, metadata_hops=None),
        LaunchTemplate(metadata_on=False, metadata_hops=2),
    ],
    fails=[LaunchTemplate(metadata_on=True, metadata_hops=2)],
)
