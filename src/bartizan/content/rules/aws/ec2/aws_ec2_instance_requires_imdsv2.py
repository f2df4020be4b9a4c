"""The metadata service of EC2 instances asks for a token."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-instance-requires-imdsv2",
    title="The metadata service of EC2 instances asks for a token",
    severity=Severity.HIGH,
    every=Machine,
    must=~Machine.metadata_on | Machine.tokens_required,
    because=(
        "Without the token, a program that can be made to fetch an address (SSRF) hands out the credentials "
        "of the role of its machine."
    ),
    fix=(
        "Set http_tokens to required in metadata_options (HttpTokens in MetadataOptions), of the instance or "
        "its launch template."
    ),
    serves=("metadata-protection",),
    also=(
        "CKV_AWS_79",
        "AWS-0028",
        "AVD-AWS-0028",
        "aws-ec2-enforce-http-token-imds",
        "AWS-0130",
        "AVD-AWS-0130",
        "aws-autoscaling-enforce-http-token-imds",
        "aws-ec2-enforce-launch-config-http-token-imds",
    ),
    passes=[Instance(metadata_on=True, tokens_required=True), LaunchTemplate(metadata_on=False, tokens_required=False)],
    fails=[Instance(metadata_on=True, tokens_required=False), LaunchTemplate(metadata_on=True, tokens_required=False)],
)
