"""Elastic Load Balancing: application, network and gateway load balancers, with their listeners and target groups."""

from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.aws.vpc_subnet import Subnet
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Inverse, Shown, Source, Through


class LoadBalancer(
    Endpoint,
    kind="aws.elb.load-balancer",
    identifier="arn:{partition}:elasticloadbalancing:{region}:{account}:loadbalancer/{form}/{name}/{id}",
):
    """Spreads requests or connections over targets."""

    name = Text("Its name, where it is known before deployment.")
    type = Text("application, network or gateway.")
    internal = Flag("Only its own network can reach it.")
    drops_invalid_headers = Flag("Headers with invalid names are removed before a request is passed on.")
    desync_mode = Text(
        "What is done with requests that targets may understand differently: monitor, defensive, strictest."
    )
    access_logged = Flag("Requests are logged.")
    protected = Flag("It cannot be deleted before this is switched off.")
    cross_zone = Flag("Targets in all zones get the same share.")
    behind_waf = Flag("A web ACL looks at requests first.")
    subnets = Link(Subnet, "The subnets it is in.")
    groups = Link(SecurityGroup, "The security groups around it.")
    listeners = Link(lambda: Listener, "What it listens for.")


class Listener(Asset, kind="aws.elb.listener"):
    """What a load balancer listens for."""

    balancer = Link(LoadBalancer, "The load balancer that listens.")
    port = Number("The port it listens on.")
    protocol = Text("HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, GENEVE ...")
    redirects_to_https = Flag("What it does with a request is to send the client to HTTPS.")
    tls_policy = Text("The name of the policy for TLS versions and ciphers.")
    forwards = Link(lambda: TargetGroup, "Where it sends what no rule of it is about.")
    signs_in = Flag("Visitors must sign in before anything is passed on.")


class TargetGroup(Asset, kind="aws.elb.target-group"):
    """Where a load balancer sends requests or connections."""

    protocol = Text("How targets are spoken to: HTTP, HTTPS, TCP, TLS ...")
    type = Text("What targets are: instance, ip, lambda or alb.")
    checks_path = Flag("Targets are well when they answer a certain request, not just any.")
    port = Number("The port that targets are spoken to on; none for functions.")
    targets = Link(Endpoint, "Its targets, where they are named one by one.")


WEB_ACL = ("aws_wafv2_web_acl_association", "aws_wafregional_web_acl_association")

FROM_TERRAFORM = Source(
    of=LoadBalancer,
    each=Block("aws_lb", "aws_alb"),
    names=("name",),
    reads={
        LoadBalancer.name: "name",
        LoadBalancer.type: "not_null(load_balancer_type, 'application')",
        LoadBalancer.internal: "flag(not_null(internal, `false`))",
        LoadBalancer.drops_invalid_headers: "flag(not_null(drop_invalid_header_fields, `false`))",
        LoadBalancer.desync_mode: "not_null(desync_mitigation_mode, 'defensive')",
        LoadBalancer.access_logged: "flag(not_null(access_logs[0].enabled, `false`))",
        LoadBalancer.protected: "flag(not_null(enable_deletion_protection, `false`))",
        LoadBalancer.cross_zone: (
            "not_null(load_balancer_type, 'application') == 'application' || "
            "flag(not_null(enable_cross_zone_load_balancing, `false`))"
        ),
        LoadBalancer.behind_waf: Beside(types=WEB_ACL, on="resource_arn", read="`true`", none=False),
        LoadBalancer.subnets: "[subnets, subnet_mapping[].subnet_id][] | [?@]",
        LoadBalancer.groups: "security_groups",
        LoadBalancer.listeners: Inverse(Listener.balancer),
    },
    shows=[
        Shown(
            text='resource "aws_lb" "plain" {}',
            gives=LoadBalancer(
                "aws_lb.plain",
                name=None,
                type="application",
                internal=False,
                drops_invalid_headers=False,
                desync_mode="defensive",
                access_logged=False,
                protected=False,
                cross_zone=True,
                behind_waf=False,
                subnets=frozenset(),
                groups=frozenset(),
                listeners=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_security_group" "web" {}

resource "aws_lb" "web" {
  name                       = "web"
  internal                   = true
  load_balancer_type         = "network"
  drop_invalid_header_fields = true
  desync_mitigation_mode     = "monitor"
  enable_deletion_protection = true
  security_groups            = [aws_security_group.web.id]
  subnets                    = [aws_subnet.a.id]
  access_logs {
    bucket  = "logs"
    enabled = true
  }
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  protocol          = "TLS"
  port              = 443
}

resource "aws_wafv2_web_acl_association" "web" {
  resource_arn = aws_lb.web.arn
  web_acl_arn  = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/web/1"
}
""",
            gives=LoadBalancer(
                "aws_lb.web",
                name="web",
                type="network",
                internal=True,
                drops_invalid_headers=True,
                desync_mode="monitor",
                access_logged=True,
                protected=True,
                cross_zone=False,
                behind_waf=True,
                subnets=frozenset({"aws_subnet.a"}),
                groups=frozenset({"aws_security_group.web"}),
                listeners=frozenset({"aws_lb_listener.web"}),
            ),
        ),
    ],
)

LISTENER_FROM_TERRAFORM = Source(
    of=Listener,
    each=Block("aws_lb_listener", "aws_alb_listener"),
    reads={
        Listener.balancer: "load_balancer_arn",
        Listener.port: "port",
        Listener.protocol: First(
            "protocol",
            Through(
                by="load_balancer_arn",
                read="(not_null(load_balancer_type, 'application') == 'application' && 'HTTP') || 'GENEVE'",
            ),
        ),
        Listener.redirects_to_https: (
            "length(not_null(default_action, `[]`)[?type == 'redirect' && redirect[0].protocol == 'HTTPS']) > `0`"
        ),
        Listener.tls_policy: "not_null(ssl_policy, 'ELBSecurityPolicy-2016-08')",
        Listener.forwards: "[default_action[].target_group_arn, default_action[].forward[].target_group[].arn][] | [?@]",
        Listener.signs_in: "length(not_null(default_action, `[]`)[?type == 'authenticate-oidc' || type == 'authenticate-cognito' || type == 'jwt-validation']) > `0`",
    },
    shows=[
        Shown(
            text="""
resource "aws_lb" "web" {}

resource "aws_lb_listener" "plain" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80
  default_action {
    type = "forward"
  }
}
""",
            gives=Listener(
                "aws_lb_listener.plain",
                balancer=frozenset({"aws_lb.web"}),
                port=80,
                protocol="HTTP",
                redirects_to_https=False,
                tls_policy="ELBSecurityPolicy-2016-08",
            ),
        ),
        Shown(
            text="""
resource "aws_lb_listener" "redirect" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/1"
  port              = 80
  protocol          = "HTTP"
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}
""",
            gives=Listener(
                "aws_lb_listener.redirect",
                protocol="HTTP",
                redirects_to_https=True,
                tls_policy="ELBSecurityPolicy-TLS13-1-2-2021-06",
                forwards=frozenset(),
                signs_in=False,
            ),
        ),
        Shown(
            text="""
resource "aws_lb_target_group" "web" {
  port     = 80
  protocol = "HTTP"
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/1"
  port              = 443
  protocol          = "HTTPS"
  default_action {
    type = "authenticate-oidc"
  }
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
""",
            gives=Listener("aws_lb_listener.web", forwards=frozenset({"aws_lb_target_group.web"}), signs_in=True),
        ),
    ],
)


FROM_CLOUDFORMATION = Source(
    of=LoadBalancer,
    each=Block("AWS::ElasticLoadBalancingV2::LoadBalancer"),
    names=("Name",),
    reads={
        LoadBalancer.name: "Name",
        LoadBalancer.type: "not_null(Type, 'application')",
        LoadBalancer.internal: "not_null(Scheme, 'internet-facing') == 'internal'",
        LoadBalancer.drops_invalid_headers: (
            "flag(not_null(LoadBalancerAttributes[?Key == 'routing.http.drop_invalid_header_fields.enabled'].Value "
            "| [0], `false`))"
        ),
        LoadBalancer.desync_mode: (
            "not_null(LoadBalancerAttributes[?Key == 'routing.http.desync_mitigation_mode'].Value | [0], 'defensive')"
        ),
        LoadBalancer.access_logged: (
            "flag(not_null(LoadBalancerAttributes[?Key == 'access_logs.s3.enabled'].Value | [0], `false`))"
        ),
        LoadBalancer.protected: (
            "flag(not_null(LoadBalancerAttributes[?Key == 'deletion_protection.enabled'].Value | [0], `false`))"
        ),
        LoadBalancer.cross_zone: (
            "not_null(Type, 'application') == 'application' || flag(not_null(LoadBalancerAttributes"
            "[?Key == 'load_balancing.cross_zone.enabled'].Value | [0], `false`))"
        ),
        LoadBalancer.behind_waf: Beside(
            types=("AWS::WAFv2::WebACLAssociation", "AWS::WAFRegional::WebACLAssociation"),
            on="ResourceArn",
            read="`true`",
            none=False,
        ),
        LoadBalancer.subnets: "[Subnets, SubnetMappings[].SubnetId][] | [?@]",
        LoadBalancer.groups: "SecurityGroups",
        LoadBalancer.listeners: Inverse(Listener.balancer),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer'}}",
            gives=LoadBalancer(
                "Plain",
                name=None,
                type="application",
                internal=False,
                drops_invalid_headers=False,
                desync_mode="defensive",
                access_logged=False,
                protected=False,
                cross_zone=True,
                behind_waf=False,
                subnets=frozenset(),
                groups=frozenset(),
                listeners=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Web}
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: web
      Type: network
      Scheme: internal
      SecurityGroups: [!Ref Group]
      SubnetMappings: [{SubnetId: !Ref A}]
      LoadBalancerAttributes:
        - {Key: routing.http.drop_invalid_header_fields.enabled, Value: "true"}
        - {Key: routing.http.desync_mitigation_mode, Value: monitor}
        - {Key: access_logs.s3.enabled, Value: "true"}
        - {Key: deletion_protection.enabled, Value: "true"}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref Web, Protocol: TLS, Port: 443}
  Association:
    Type: AWS::WAFv2::WebACLAssociation
    Properties: {ResourceArn: !Ref Web, WebACLArn: "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/web/1"}
""",
            gives=LoadBalancer(
                "Web",
                name="web",
                type="network",
                internal=True,
                drops_invalid_headers=True,
                desync_mode="monitor",
                access_logged=True,
                protected=True,
                cross_zone=False,
                behind_waf=True,
                subnets=frozenset({"A"}),
                groups=frozenset({"Group"}),
                listeners=frozenset({"Listener"}),
            ),
        ),
    ],
)

LISTENER_FROM_CLOUDFORMATION = Source(
    of=Listener,
    each=Block("AWS::ElasticLoadBalancingV2::Listener"),
    reads={
        Listener.balancer: "LoadBalancerArn",
        Listener.port: "Port",
        Listener.protocol: First(
            "Protocol",
            Through(
                by="LoadBalancerArn", read="(not_null(Type, 'application') == 'application' && 'HTTP') || 'GENEVE'"
            ),
        ),
        Listener.redirects_to_https: (
            "length(not_null(DefaultActions, `[]`)[?Type == 'redirect' && RedirectConfig.Protocol == 'HTTPS']) > `0`"
        ),
        Listener.tls_policy: "not_null(SslPolicy, 'ELBSecurityPolicy-2016-08')",
        Listener.forwards: "[DefaultActions[].TargetGroupArn, DefaultActions[].ForwardConfig.TargetGroups[].TargetGroupArn][] | [?@]",
        Listener.signs_in: "length(not_null(DefaultActions, `[]`)[?Type == 'authenticate-oidc' || Type == 'authenticate-cognito' || Type == 'jwt-validation']) > `0`",
    },
    shows=[
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Plain:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref Web, Port: 80, DefaultActions: [{Type: forward}]}
""",
            gives=Listener(
                "Plain",
                balancer=frozenset({"Web"}),
                port=80,
                protocol="HTTP",
                redirects_to_https=False,
                tls_policy="ELBSecurityPolicy-2016-08",
            ),
        ),
        Shown(
            text="""
Resources:
  Redirect:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/1
      Protocol: HTTP
      Port: 80
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      DefaultActions: [{Type: redirect, RedirectConfig: {Protocol: HTTPS, Port: "443", StatusCode: HTTP_301}}]
""",
            gives=Listener(
                "Redirect",
                protocol="HTTP",
                redirects_to_https=True,
                tls_policy="ELBSecurityPolicy-TLS13-1-2-2021-06",
                forwards=frozenset(),
                signs_in=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Port: 80, Protocol: HTTP}
  Open:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      Port: 80
      DefaultActions: [{Type: forward, ForwardConfig: {TargetGroups: [{TargetGroupArn: !Ref Web}]}}]
""",
            gives=Listener("Open", forwards=frozenset({"Web"}), signs_in=False),
        ),
    ],
)
