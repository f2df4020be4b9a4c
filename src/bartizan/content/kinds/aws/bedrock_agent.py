"""Amazon Bedrock agents and guardrails."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class Guardrail(
    Asset, kind="aws.bedrock.guardrail", identifier="arn:{partition}:bedrock:{region}:{account}:guardrail/{id}"
):
    """Filters for what a model is asked and answers."""

    name = Text("Its name, where it is known before deployment.")
    prompt_attacks = Text("How strongly attempts to overrule instructions are filtered: NONE, LOW, MEDIUM or HIGH.")
    personal_data = Flag("Some kind of personal or secret data is blocked or masked.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")


FROM_TERRAFORM = Source(
    of=Guardrail,
    each=Block("aws_bedrock_guardrail"),
    names=("name",),
    reads={
        Guardrail.name: "name",
        Guardrail.prompt_attacks: "not_null(content_policy_config[0].filters_config[?upper(type)=='PROMPT_ATTACK'].input_strength | [0], 'NONE')",
        Guardrail.personal_data: "length(not_null([sensitive_information_policy_config[0].pii_entities_config, sensitive_information_policy_config[0].regexes_config][], `[]`)) > `0`",
        Guardrail.key: "kms_key_arn",
        Guardrail.own_key: "customer_key(kms_key_arn)",
    },
    shows=[
        Shown(
            text="""
resource "aws_bedrock_guardrail" "plain" {
  name = "plain"
}
""",
            gives=Guardrail(
                "aws_bedrock_guardrail.plain",
                name="plain",
                prompt_attacks="NONE",
                personal_data=False,
                key=frozenset(),
                own_key=False,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_bedrock_guardrail" "shop" {
  name        = "shop"
  kms_key_arn = aws_kms_key.data.arn
  content_policy_config {
    filters_config {
      type            = "HATE"
      input_strength  = "LOW"
      output_strength = "LOW"
    }
    filters_config {
      type            = "PROMPT_ATTACK"
      input_strength  = "HIGH"
      output_strength = "NONE"
    }
  }
  sensitive_information_policy_config {
    pii_entities_config {
      type   = "EMAIL"
      action = "ANONYMIZE"
    }
  }
}
""",
            gives=Guardrail(
                "aws_bedrock_guardrail.shop",
                name="shop",
                prompt_attacks="HIGH",
                personal_data=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Guardrail,
    each=Block("AWS::Bedrock::Guardrail"),
    names=("Name",),
    reads={
        Guardrail.name: "Name",
        Guardrail.prompt_attacks: "not_null(ContentPolicyConfig.FiltersConfig[?upper(Type)=='PROMPT_ATTACK'].InputStrength | [0], 'NONE')",
        Guardrail.personal_data: "length(not_null([SensitiveInformationPolicyConfig.PiiEntitiesConfig, SensitiveInformationPolicyConfig.RegexesConfig][], `[]`)) > `0`",
        Guardrail.key: "KmsKeyArn",
        Guardrail.own_key: "customer_key(KmsKeyArn)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: plain
""",
            gives=Guardrail(
                "Plain", name="plain", prompt_attacks="NONE", personal_data=False, key=frozenset(), own_key=False
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Shop:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: shop
      KmsKeyArn: !GetAtt Data.Arn
      ContentPolicyConfig: {FiltersConfig: [{Type: PROMPT_ATTACK, InputStrength: HIGH, OutputStrength: NONE}]}
      SensitiveInformationPolicyConfig: {PiiEntitiesConfig: [{Type: EMAIL, Action: ANONYMIZE}]}
""",
            gives=Guardrail(
                "Shop", name="shop", prompt_attacks="HIGH", personal_data=True, key=frozenset({"Data"}), own_key=True
            ),
        ),
    ],
)


class Agent(Asset, kind="aws.bedrock.agent", identifier="arn:{partition}:bedrock:{region}:{account}:agent/{id}"):
    """A model that plans and calls tools for a user."""

    name = Text("Its name, where it is known before deployment.")
    role = Link(Role, "The role it acts as.")
    guarded = Flag("A guardrail is named for it.")
    guardrail = Link(Guardrail, "The guardrail that filters what it is asked and answers.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")


AGENT_FROM_TERRAFORM = Source(
    of=Agent,
    each=Block("aws_bedrockagent_agent"),
    reads={
        Agent.name: "agent_name",
        Agent.role: "agent_resource_role_arn",
        Agent.guarded: "guardrail_configuration[0].guardrail_identifier != `null`",
        Agent.guardrail: "guardrail_configuration[0].guardrail_identifier",
        Agent.key: "customer_encryption_key_arn",
        Agent.own_key: "customer_key(customer_encryption_key_arn)",
    },
    shows=[
        Shown(
            text="""
resource "aws_bedrockagent_agent" "plain" {
  agent_name = "plain"
}
""",
            gives=Agent(
                "aws_bedrockagent_agent.plain",
                name="plain",
                guarded=False,
                guardrail=frozenset(),
                key=frozenset(),
                own_key=False,
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_iam_role" "app" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_bedrock_guardrail" "shop" {
  name = "shop"
}

resource "aws_bedrockagent_agent" "shop" {
  agent_name                  = "shop"
  agent_resource_role_arn     = aws_iam_role.app.arn
  customer_encryption_key_arn = aws_kms_key.data.arn
  guardrail_configuration {
    guardrail_identifier = aws_bedrock_guardrail.shop.guardrail_id
    guardrail_version    = "1"
  }
}
""",
            gives=Agent(
                "aws_bedrockagent_agent.shop",
                name="shop",
                role=frozenset({"aws_iam_role.app"}),
                guarded=True,
                guardrail=frozenset({"aws_bedrock_guardrail.shop"}),
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
            ),
        ),
    ],
)

AGENT_FROM_CLOUDFORMATION = Source(
    of=Agent,
    each=Block("AWS::Bedrock::Agent"),
    reads={
        Agent.name: "AgentName",
        Agent.role: "AgentResourceRoleArn",
        Agent.guarded: "GuardrailConfiguration.GuardrailIdentifier != `null`",
        Agent.guardrail: "GuardrailConfiguration.GuardrailIdentifier",
        Agent.key: "CustomerEncryptionKeyArn",
        Agent.own_key: "customer_key(CustomerEncryptionKeyArn)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: plain
""",
            gives=Agent("Plain", name="plain", guarded=False, guardrail=frozenset(), key=frozenset(), own_key=False),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  App:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
  Filter:
    Type: AWS::Bedrock::Guardrail
    Properties:
      Name: filter
  Shop:
    Type: AWS::Bedrock::Agent
    Properties:
      AgentName: shop
      AgentResourceRoleArn: !GetAtt App.Arn
      CustomerEncryptionKeyArn: !GetAtt Data.Arn
      GuardrailConfiguration: {GuardrailIdentifier: !GetAtt Filter.GuardrailId, GuardrailVersion: "1"}
""",
            gives=Agent(
                "Shop",
                name="shop",
                role=frozenset({"App"}),
                guarded=True,
                guardrail=frozenset({"Filter"}),
                key=frozenset({"Data"}),
                own_key=True,
            ),
        ),
    ],
)
