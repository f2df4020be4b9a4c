"""Rules of listeners of load balancers, and what ties machines of Auto Scaling groups to target groups."""

from bartizan.content.kinds.aws.elb_classic import Classic
from bartizan.content.kinds.aws.elb_load_balancer import Listener, TargetGroup
from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class ListenerRule(Asset, kind="aws.elb.listener-rule"):
    """What a listener does with some requests."""

    listener = Link(Listener, "The listener it is part of.")
    forwards = Link(TargetGroup, "Where it sends them.")
    paths = Text("Paths or host names of the requests it is about; none where something else tells them.")
    signs_in = Flag("Visitors must sign in before anything is passed on.")


class MachineAttachment(Asset, kind="aws.autoscaling.attachment"):
    """Puts the machines of an Auto Scaling group into a target group."""

    group = Link(Runner, "The Auto Scaling group, or the node group that it is of.")
    target_group = Link(TargetGroup, "The target group.")
    balancer = Link(Classic, "The classic load balancer, where it is one.")


FROM_TERRAFORM = Source(
    of=ListenerRule,
    each=Block("aws_lb_listener_rule", "aws_alb_listener_rule"),
    reads={
        ListenerRule.listener: "listener_arn",
        ListenerRule.forwards: "[action[].target_group_arn, action[].forward[].target_group[].arn][] | [?@]",
        ListenerRule.paths: (
            "[condition[].path_pattern[].values[], condition[].host_header[].values[]][] | [?@] | ([0] && join(', ', @))"
        ),
        ListenerRule.signs_in: (
            "length(not_null(action, `[]`)[?type == 'authenticate-oidc' || type == 'authenticate-cognito' || "
            "type == 'jwt-validation']) > `0`"
        ),
    },
    shows=[
        Shown(
            text="""
resource "aws_lb_listener" "web" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/1"
  port              = 80
}

resource "aws_lb_target_group" "orders" {
  port     = 80
  protocol = "HTTP"
}

resource "aws_lb_listener_rule" "orders" {
  listener_arn = aws_lb_listener.web.arn
  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.orders.arn
  }
  condition {
    path_pattern {
      values = ["/orders", "/orders/*"]
    }
  }
}
""",
            gives=ListenerRule(
                "aws_lb_listener_rule.orders",
                listener=frozenset({"aws_lb_listener.web"}),
                forwards=frozenset({"aws_lb_target_group.orders"}),
                paths="/orders, /orders/*",
                signs_in=False,
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=ListenerRule,
    each=Block("AWS::ElasticLoadBalancingV2::ListenerRule"),
    reads={
        ListenerRule.listener: "ListenerArn",
        ListenerRule.forwards: (
            "[Actions[].TargetGroupArn, Actions[].ForwardConfig.TargetGroups[].TargetGroupArn][] | [?@]"
        ),
        ListenerRule.paths: (
            "[Conditions[].Values[], Conditions[].PathPatternConfig.Values[], Conditions[].HostHeaderConfig.Values[]]"
            "[] | [?@] | ([0] && join(', ', @))"
        ),
        ListenerRule.signs_in: (
            "length(not_null(Actions, `[]`)[?Type == 'authenticate-oidc' || Type == 'authenticate-cognito' || "
            "Type == 'jwt-validation']) > `0`"
        ),
    },
    shows=[
        Shown(
            text="""
Resources:
  Open:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {Port: 80}
  Orders:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 80, Protocol: HTTP}
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Open
      Priority: 1
      Actions: [{Type: forward, TargetGroupArn: !Ref Orders}]
      Conditions: [{Field: path-pattern, Values: [/orders]}]
""",
            gives=ListenerRule(
                "Rule",
                listener=frozenset({"Open"}),
                forwards=frozenset({"Orders"}),
                paths="/orders",
                signs_in=False,
            ),
        ),
    ],
)

ATTACHMENT_FROM_TERRAFORM = Source(
    of=MachineAttachment,
    each=Block("aws_autoscaling_attachment", "aws_autoscaling_traffic_source_attachment"),
    reads={
        MachineAttachment.group: "autoscaling_group_name",
        MachineAttachment.target_group: "not_null(lb_target_group_arn, alb_target_group_arn, traffic_source[0].identifier)",
        MachineAttachment.balancer: "elb",
    },
    shows=[
        Shown(
            text="""
resource "aws_eks_node_group" "nodes" {
  cluster_name = "main"
}

resource "aws_lb_target_group" "web" {
  port     = 30080
  protocol = "HTTP"
}

resource "aws_autoscaling_attachment" "web" {
  autoscaling_group_name = aws_eks_node_group.nodes.resources[0].autoscaling_groups[0].name
  lb_target_group_arn    = aws_lb_target_group.web.arn
}
""",
            gives=MachineAttachment(
                "aws_autoscaling_attachment.web",
                group=frozenset({"aws_eks_node_group.nodes"}),
                target_group=frozenset({"aws_lb_target_group.web"}),
                balancer=frozenset(),
            ),
        ),
    ],
)
