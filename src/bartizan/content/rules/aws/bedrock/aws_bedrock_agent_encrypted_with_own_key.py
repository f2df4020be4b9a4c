"""Bedrock agents are encrypted with a key of the customer."""

from bartizan.content.kinds.aws.bedrock_agent import Agent
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-bedrock-agent-encrypted-with-own-key",
    title="Bedrock agents are encrypted with a key of the customer",
    severity=Severity.LOW,
    every=Agent,
    must=Agent.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix=(
        "Set customer_encryption_key_arn (Terraform) or CustomerEncryptionKeyArn (CloudFormation) to a "
        "customer-managed key."
    ),
    serves=("customer-managed-keys", "ai-data-protection"),
    also=("CKV_AWS_373",),
    passes=[Agent(own_key=True)],
    fails=[Agent(own_key=False)],
)
