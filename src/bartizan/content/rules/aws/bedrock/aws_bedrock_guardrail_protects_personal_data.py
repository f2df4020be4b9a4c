"""Guardrails of Bedrock block or mask personal data."""

from bartizan.content.kinds.aws.bedrock_agent import Guardrail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-bedrock-guardrail-protects-personal-data",
    title="Guardrails of Bedrock block or mask personal data",
    severity=Severity.LOW,
    every=Guardrail,
    must=Guardrail.personal_data,
    because="Personal data and secrets pass through to the model, its logs and its answers.",
    fix=(
        "Add entities or patterns to sensitive_information_policy_config (Terraform) or "
        "SensitiveInformationPolicyConfig (CloudFormation)."
    ),
    serves=("ai-guardrails", "data-minimisation"),
    passes=[Guardrail(personal_data=True)],
    fails=[Guardrail(personal_data=False)],
)
