"""Guardrails of Bedrock stop attempts to overrule instructions."""

from bartizan.content.kinds.aws.bedrock_agent import Guardrail
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-bedrock-guardrail-stops-prompt-attacks",
    title="Guardrails of Bedrock stop attempts to overrule instructions",
    severity=Severity.MEDIUM,
    every=Guardrail,
    must=Guardrail.prompt_attacks.one_of("MEDIUM", "HIGH"),
    because="A user, or a text that the model reads, can talk it out of its instructions.",
    fix=(
        "Add a filter of type PROMPT_ATTACK with input strength HIGH to content_policy_config (Terraform) or "
        "ContentPolicyConfig (CloudFormation)."
    ),
    serves=("ai-guardrails",),
    passes=[Guardrail(prompt_attacks="HIGH")],
    fails=[Guardrail(prompt_attacks="NONE"), Guardrail(prompt_attacks="LOW")],
)
