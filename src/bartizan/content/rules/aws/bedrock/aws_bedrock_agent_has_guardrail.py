"""Bedrock agents have a guardrail."""

from bartizan.content.kinds.aws.bedrock_agent import Agent
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-bedrock-agent-has-guardrail",
    title="Bedrock agents have a guardrail",
    severity=Severity.MEDIUM,
    every=Agent,
    must=Agent.guarded,
    because="Nothing stops instructions hidden in what the agent reads, or harmful and confidential answers.",
    fix="Set guardrail_configuration (Terraform) or GuardrailConfiguration (CloudFormation).",
    serves=("ai-guardrails",),
    also=("CKV_AWS_383",),
    passes=[Agent(guarded=True)],
    fails=[Agent(guarded=False)],
)
