"""Policies of Amazon EventBridge buses."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class BusPolicy(Asset, kind="aws.eventbridge.bus-policy"):
    """Says who may send events to a bus, or change its rules."""

    bus = Text("The name of the bus; default is the one every account has.")
    open_to_all = Flag("It lets every AWS account in, without a condition on who calls.")


FROM_TERRAFORM = Source(
    of=BusPolicy,
    each=Block("aws_cloudwatch_event_bus_policy"),
    reads={
        BusPolicy.bus: "not_null(event_bus_name, 'default')",
        BusPolicy.open_to_all: "policy_public(policy)",
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudwatch_event_bus_policy" "closed" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "events:PutEvents", Resource = "*" }] })
}
""",
            gives=BusPolicy("aws_cloudwatch_event_bus_policy.closed", bus="default", open_to_all=False),
        ),
        Shown(
            text="""
resource "aws_cloudwatch_event_bus_policy" "open" {
  event_bus_name = "orders"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "events:PutEvents", Resource = "*" }] })
}
""",
            gives=BusPolicy("aws_cloudwatch_event_bus_policy.open", bus="orders", open_to_all=True),
        ),
    ],
)

PERMISSION_FROM_TERRAFORM = Source(
    of=BusPolicy,
    each=Block("aws_cloudwatch_event_permission"),
    reads={
        BusPolicy.bus: "not_null(event_bus_name, 'default')",
        BusPolicy.open_to_all: "principal == '*' && length(not_null(condition, `[]`)) == `0`",
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudwatch_event_permission" "open" {
  principal    = "*"
  statement_id = "open"
}
""",
            gives=BusPolicy("aws_cloudwatch_event_permission.open", bus="default", open_to_all=True),
        ),
        Shown(
            text="""
resource "aws_cloudwatch_event_permission" "ours" {
  principal      = "*"
  statement_id   = "ours"
  event_bus_name = "orders"
  condition {
    key   = "aws:PrincipalOrgID"
    type  = "StringEquals"
    value = "o-1"
  }
}
""",
            gives=BusPolicy("aws_cloudwatch_event_permission.ours", bus="orders", open_to_all=False),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=BusPolicy,
    each=Block("AWS::Events::EventBusPolicy"),
    reads={
        BusPolicy.bus: "not_null(EventBusName, 'default')",
        BusPolicy.open_to_all: "(Statement != `null` && policy_public({Statement: as_list(Statement)})) || (Principal == '*' && Condition == `null`)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Open:
    Type: AWS::Events::EventBusPolicy
    Properties:
      StatementId: open
      Action: events:PutEvents
      Principal: "*"
""",
            gives=BusPolicy("Open", bus="default", open_to_all=True),
        ),
        Shown(
            text="""
Resources:
  Wide:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: orders
      StatementId: wide
      Statement: {Effect: Allow, Principal: "*", Action: "events:PutEvents", Resource: "*"}
""",
            gives=BusPolicy("Wide", bus="orders", open_to_all=True),
        ),
        Shown(
            text="""
Resources:
  Ours:
    Type: AWS::Events::EventBusPolicy
    Properties:
      StatementId: ours
      Action: events:PutEvents
      Principal: "*"
      Condition: {Key: aws:PrincipalOrgID, Type: StringEquals, Value: o-1}
""",
            gives=BusPolicy("Ours", open_to_all=False),
        ),
    ],
)

BUS_FROM_CLOUDFORMATION = Source(
    of=BusPolicy,
    each=Block("AWS::Events::EventBus", where="Policy"),
    reads={
        BusPolicy.bus: "Name",
        BusPolicy.open_to_all: "policy_public(Policy)",
    },
    shows=[
        Shown(
            text="""
Resources:
  Orders:
    Type: AWS::Events::EventBus
    Properties:
      Name: orders
      Policy:
        Statement: [{Effect: Allow, Principal: "*", Action: "events:PutEvents", Resource: "*"}]
""",
            gives=BusPolicy("Orders", bus="orders", open_to_all=True),
        ),
    ],
)
