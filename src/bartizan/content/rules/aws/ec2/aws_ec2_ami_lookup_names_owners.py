"""Images that are looked up are those of named owners."""

from bartizan.content.kinds.aws.ec2_instance import Instance
from bartizan.content.kinds.aws.ec2_launch_template import LaunchTemplate
from bartizan.content.kinds.aws.ec2_machine import Machine
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-ec2-ami-lookup-names-owners",
    title="Images that are looked up are those of named owners",
    severity=Severity.MEDIUM,
    every=Machine,
    must=~Machine.image_of_anyone,
    because=(
        "Anyone can publish an image under the name that is looked up, with a later date: the next machine "
        "then runs the code of a stranger."
    ),
    fix="Set owners of data aws_ami to the account of the publisher: self, amazon, or an account number.",
    serves=("image-provenance",),
    also=("CKV_AWS_386", "AWS-0344", "AVD-AWS-0344", "aws-ami-ensure-ami-has-owners"),
    passes=[Instance(image_of_anyone=False)],
    fails=[Instance(image_of_anyone=True), LaunchTemplate(image_of_anyone=True)],
)
