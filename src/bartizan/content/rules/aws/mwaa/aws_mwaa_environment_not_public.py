"""The web server of MWAA environments is not public."""

from bartizan.content.kinds.aws.mwaa_environment import Environment
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-mwaa-environment-not-public",
    title="The web server of MWAA environments is not public",
    severity=Severity.MEDIUM,
    every=Environment,
    must=~Environment.public,
    because="Everyone on the Internet reaches the sign-in of a program that runs code with wide rights.",
    fix="Set webserver_access_mode (Terraform) or WebserverAccessMode (CloudFormation) to PRIVATE_ONLY.",
    serves=("no-public-service",),
    also=("CKV2_AWS_66",),
    passes=[Environment(public=False)],
    fails=[Environment(public=True)],
)
