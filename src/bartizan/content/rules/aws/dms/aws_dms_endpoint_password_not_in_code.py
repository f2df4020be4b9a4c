"""Passwords of DMS endpoints are not written in code."""

from bartizan.content.kinds.aws.dms_instance import Endpoint
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-dms-endpoint-password-not-in-code",
    title="Passwords of DMS endpoints are not written in code",
    severity=Severity.HIGH,
    every=Endpoint,
    must=~Endpoint.literal_password,
    because="Everyone who can read the code, its history, a plan or the state can sign in to the database.",
    fix=(
        "Set secrets_manager_arn (Terraform) or SecretsManagerSecretId in the settings of the engine "
        "(CloudFormation) and remove the password."
    ),
    serves=("secrets-not-in-code",),
    passes=[Endpoint(literal_password=False)],
    fails=[Endpoint(literal_password=True)],
)
