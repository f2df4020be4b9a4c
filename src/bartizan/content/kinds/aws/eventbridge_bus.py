"""Amazon EventBridge buses."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.core.kind import Document, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class Bus(
    Governed, kind="aws.eventbridge.bus", identifier="arn:{partition}:events:{region}:{account}:event-bus/{name}"
):
    """What events are sent to, and rules pick them from."""

    name = Text("Its name.")
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


FROM_TERRAFORM = Source(
    of=Bus,
    each=Block("aws_cloudwatch_event_bus"),
    names=("name",),
    reads={
        **GOVERNED,
        Bus.name: "name",
        Bus.policy: First(
            Beside(types="aws_cloudwatch_event_bus_policy", on="event_bus_name", read="policy"),
            Beside(
                types="aws_cloudwatch_event_permission",
                on="event_bus_name",
                read="policy_of_bus_permissions(@)",
                all=True,
            ),
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudwatch_event_bus" "orders" {
  name = "orders"
}

resource "aws_cloudwatch_event_permission" "partner" {
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  principal      = "111122223333"
  statement_id   = "partner"
}
""",
            gives=Bus(
                "aws_cloudwatch_event_bus.orders",
                name="orders",
                policy='{"Version":"2012-10-17","Statement":[{"Sid":"partner","Effect":"Allow","Principal":'
                '{"AWS":"arn:aws:iam::111122223333:root"},"Action":"events:PutEvents","Resource":"*"}]}',
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Bus,
    each=Block("AWS::Events::EventBus"),
    names=("Name",),
    reads={
        **GOVERNED,
        Bus.name: "Name",
        Bus.policy: First(
            "Policy",
            Beside(
                types="AWS::Events::EventBusPolicy",
                on="EventBusName",
                read="policy_of_bus_permissions(@)",
                all=True,
            ),
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Orders:
    Type: AWS::Events::EventBus
    Properties: {Name: orders}
  Partner:
    Type: AWS::Events::EventBusPolicy
    Properties:
      EventBusName: !Ref Orders
      StatementId: partner
      Statement: {Effect: Allow, Principal: {AWS: "111122223333"}, Action: "events:PutEvents", Resource: "*"}
""",
            gives=Bus(
                "Orders",
                name="orders",
                policy='{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},'
                '"Action":"events:PutEvents","Resource":"*"}]}',
            ),
        ),
    ],
)
