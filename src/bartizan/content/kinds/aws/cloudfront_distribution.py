"""Amazon CloudFront distributions, their origins and their cache behaviours."""

from bartizan.content.kinds.aws.s3_bucket import Bucket
from bartizan.content.kinds.endpoint import Endpoint
from bartizan.core.kind import Asset, Flag, Link, Many, Term, Text
from bartizan.core.source import Beside, Block, First, Inverse, OwnerLink, Read, Shown, Source


class Distribution(
    Endpoint, kind="aws.cloudfront.distribution", identifier="arn:{partition}:cloudfront::{account}:distribution/{id}"
):
    """Answers for origins from places near to the visitors."""

    tls_version = Text("The oldest security policy that viewers may use: TLSv1, TLSv1.2_2021 ...")
    own_certificate = Flag("It has a certificate for names of its owner.")
    access_logged = Flag("Requests are logged.")
    behind_waf = Flag("A web ACL looks at requests first.")
    has_root_object = Flag("It is said which object the root of the site is.")
    origins = Link(lambda: Origin, "Where it gets what it answers.")
    behaviours = Link(lambda: Behaviour, "How it answers for which paths.")


class Origin(Asset, kind="aws.cloudfront.origin"):
    """Where a distribution gets what it answers."""

    distribution = Link(Distribution, "The distribution it is part of.")
    from_bucket = Flag("It is an S3 bucket, spoken to as such and not as a web site.")
    bucket = Link(Bucket, "The bucket it is.")
    signed = Flag("Requests to it carry an identity, so that it need not be open to everyone.")
    protocol = Text("How other origins are spoken to: http-only, https-only or match-viewer; none for buckets.")
    tls_versions = Many("TLS versions that may be used with it.")
    leads = Link(Endpoint, "The load balancer, API or the like that it is, where that is declared too.")


class Behaviour(Asset, kind="aws.cloudfront.cache-behaviour"):
    """How a distribution answers for some paths."""

    distribution = Link(Distribution, "The distribution it is part of.")
    viewer_protocol = Text("allow-all, https-only or redirect-to-https.")
    sets_headers = Flag("A response headers policy adds headers to answers.")


CERTIFICATE = "viewer_certificate[0]"

FROM_TERRAFORM = Source(
    of=Distribution,
    each=Block("aws_cloudfront_distribution"),
    reads={
        Distribution.tls_version: (
            f"(flag(not_null({CERTIFICATE}.cloudfront_default_certificate, `false`)) && 'TLSv1') || "
            f"not_null({CERTIFICATE}.minimum_protocol_version, 'TLSv1')"
        ),
        Distribution.own_certificate: (
            f"not_null({CERTIFICATE}.acm_certificate_arn, {CERTIFICATE}.iam_certificate_id, '') != ''"
        ),
        Distribution.access_logged: First(
            "logging_config != `null` || `null`",
            Beside(types="aws_cloudwatch_log_delivery_source", on="resource_arn", read="`true`", none=False),
        ),
        Distribution.behind_waf: "not_null(web_acl_id, '') != ''",
        Distribution.has_root_object: "not_null(default_root_object, '') != ''",
        Distribution.origins: Inverse(Origin.distribution),
        Distribution.behaviours: Inverse(Behaviour.distribution),
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudfront_distribution" "plain" {
  enabled = true
  viewer_certificate {
    cloudfront_default_certificate = true
    minimum_protocol_version       = "TLSv1.2_2021"
  }
}
""",
            gives=Distribution(
                "aws_cloudfront_distribution.plain",
                tls_version="TLSv1",
                own_certificate=False,
                access_logged=False,
                behind_waf=False,
                has_root_object=False,
                origins=frozenset(),
                behaviours=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_cloudfront_distribution" "set" {
  enabled             = true
  web_acl_id          = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/web/1"
  default_root_object = "index.html"
  logging_config {
    bucket = "logs.s3.amazonaws.com"
  }
  viewer_certificate {
    acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1"
    minimum_protocol_version = "TLSv1.2_2021"
    ssl_support_method       = "sni-only"
  }
  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"
  }
  default_cache_behavior {
    viewer_protocol_policy = "https-only"
  }
}
""",
            gives=Distribution(
                "aws_cloudfront_distribution.set",
                tls_version="TLSv1.2_2021",
                own_certificate=True,
                access_logged=True,
                behind_waf=True,
                has_root_object=True,
                origins=frozenset({"aws_cloudfront_distribution.set/origin/0"}),
                behaviours=frozenset({"aws_cloudfront_distribution.set/default_cache_behavior/0"}),
            ),
        ),
        Shown(
            text="""
resource "aws_cloudfront_distribution" "delivers" {
  enabled = true
}

resource "aws_cloudwatch_log_delivery_source" "logs" {
  name         = "logs"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.delivers.arn
}
""",
            gives=Distribution("aws_cloudfront_distribution.delivers", tls_version="TLSv1", access_logged=True),
        ),
    ],
)

ORIGIN_FROM_TERRAFORM = Source(
    of=Origin,
    each=Block("aws_cloudfront_distribution", each="origin"),
    reads={
        Origin.distribution: OwnerLink(),
        Origin.from_bucket: "custom_origin_config == `null` && vpc_origin_config == `null`",
        Origin.bucket: "[{d: domain_name, c: custom_origin_config}] | [?c == `null`].d",
        Origin.signed: (
            "not_null(origin_access_control_id, '') != '' || "
            "not_null(s3_origin_config[0].origin_access_identity, '') != ''"
        ),
        Origin.protocol: "custom_origin_config[0].origin_protocol_policy",
        Origin.tls_versions: "custom_origin_config[0].origin_ssl_protocols",
        Origin.leads: "domain_name",
    },
    shows=[
        Shown(
            text="""
resource "aws_s3_bucket" "site" {}

resource "aws_cloudfront_distribution" "site" {
  origin {
    domain_name = aws_s3_bucket.site.bucket_regional_domain_name
    origin_id   = "site"
  }
}
""",
            gives=Origin(
                "aws_cloudfront_distribution.site/origin/0",
                distribution=frozenset({"aws_cloudfront_distribution.site"}),
                from_bucket=True,
                bucket=frozenset({"aws_s3_bucket.site"}),
                signed=False,
                protocol=None,
                tls_versions=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_cloudfront_origin_access_control" "site" {
  name                              = "site"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "site" {
  origin {
    domain_name              = "site.s3.eu-central-1.amazonaws.com"
    origin_id                = "site"
    origin_access_control_id = aws_cloudfront_origin_access_control.site.id
  }
  origin {
    domain_name = "shop.example.com"
    origin_id   = "shop"
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "http-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}
""",
            gives=Origin(
                "aws_cloudfront_distribution.site/origin/1",
                from_bucket=False,
                bucket=frozenset(),
                protocol="http-only",
                tls_versions=frozenset({"TLSv1.2"}),
            ),
        ),
        Shown(
            text="""
resource "aws_cloudfront_distribution" "site" {
  origin {
    domain_name = "site.s3.eu-central-1.amazonaws.com"
    origin_id   = "site"
    s3_origin_config {
      origin_access_identity = "origin-access-identity/cloudfront/E1"
    }
  }
}
""",
            gives=Origin("aws_cloudfront_distribution.site/origin/0", from_bucket=True, signed=True),
        ),
        Shown(
            text="""
resource "aws_lb" "web" {}

resource "aws_cloudfront_distribution" "shop" {
  origin {
    origin_id   = "web"
    domain_name = aws_lb.web.dns_name
    custom_origin_config {
      http_port              = 80
      https_port             = 443
      origin_protocol_policy = "https-only"
      origin_ssl_protocols   = ["TLSv1.2"]
    }
  }
}
""",
            gives=Origin("aws_cloudfront_distribution.shop/origin/0", leads=frozenset({"aws_lb.web"})),
        ),
    ],
)

BEHAVIOUR_FROM_TERRAFORM = Source(
    of=Behaviour,
    each=Block("aws_cloudfront_distribution", each="[default_cache_behavior, ordered_cache_behavior][] | [?@]"),
    reads={
        Behaviour.distribution: OwnerLink(),
        Behaviour.viewer_protocol: "viewer_protocol_policy",
        Behaviour.sets_headers: "not_null(response_headers_policy_id, '') != ''",
    },
    shows=[
        Shown(
            text="""
resource "aws_cloudfront_distribution" "site" {
  default_cache_behavior {
    viewer_protocol_policy = "allow-all"
  }
}
""",
            gives=Behaviour(
                "aws_cloudfront_distribution.site/default_cache_behavior/0",
                distribution=frozenset({"aws_cloudfront_distribution.site"}),
                viewer_protocol="allow-all",
                sets_headers=False,
            ),
        ),
        Shown(
            text="""
resource "aws_cloudfront_distribution" "site" {
  default_cache_behavior {
    viewer_protocol_policy = "https-only"
  }
  ordered_cache_behavior {
    path_pattern               = "/api/*"
    viewer_protocol_policy     = "redirect-to-https"
    response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03"
  }
}
""",
            gives=Behaviour(
                "aws_cloudfront_distribution.site/ordered_cache_behavior/0",
                viewer_protocol="redirect-to-https",
                sets_headers=True,
            ),
        ),
    ],
)

CONFIG = "DistributionConfig"

FROM_CLOUDFORMATION = Source(
    of=Distribution,
    each=Block("AWS::CloudFront::Distribution"),
    reads={
        Distribution.tls_version: (
            f"(flag(not_null({CONFIG}.ViewerCertificate.CloudFrontDefaultCertificate, `false`)) && 'TLSv1') || "
            f"not_null({CONFIG}.ViewerCertificate.MinimumProtocolVersion, 'TLSv1')"
        ),
        Distribution.own_certificate: (
            f"{CONFIG}.ViewerCertificate | not_null(AcmCertificateArn, IamCertificateId, '') != ''"
        ),
        Distribution.access_logged: First(
            f"{CONFIG}.Logging != `null` || `null`",
            Beside(types="AWS::Logs::DeliverySource", on="ResourceArn", read="`true`", none=False),
        ),
        Distribution.behind_waf: f"not_null({CONFIG}.WebACLId, '') != ''",
        Distribution.has_root_object: f"not_null({CONFIG}.DefaultRootObject, '') != ''",
        Distribution.origins: Inverse(Origin.distribution),
        Distribution.behaviours: Inverse(Behaviour.distribution),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::CloudFront::Distribution', Properties: {DistributionConfig: {Enabled: true}}}}",
            gives=Distribution(
                "Plain",
                tls_version="TLSv1",
                own_certificate=False,
                access_logged=False,
                behind_waf=False,
                has_root_object=False,
                origins=frozenset(),
                behaviours=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        WebACLId: arn:aws:wafv2:us-east-1:111122223333:global/webacl/web/1
        DefaultRootObject: index.html
        Logging: {Bucket: logs.s3.amazonaws.com}
        ViewerCertificate:
          AcmCertificateArn: arn:aws:acm:us-east-1:111122223333:certificate/1
          MinimumProtocolVersion: TLSv1.2_2021
          SslSupportMethod: sni-only
        Origins: [{Id: shop, DomainName: shop.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only}}]
        DefaultCacheBehavior: {TargetOriginId: shop, ViewerProtocolPolicy: https-only}
""",
            gives=Distribution(
                "Set",
                tls_version="TLSv1.2_2021",
                own_certificate=True,
                access_logged=True,
                behind_waf=True,
                has_root_object=True,
                origins=frozenset({"Set/DistributionConfig/Origins/0"}),
                behaviours=frozenset({"Set/DistributionConfig/DefaultCacheBehavior"}),
            ),
        ),
    ],
)

ORIGIN_FROM_CLOUDFORMATION = Source(
    of=Origin,
    each=Block("AWS::CloudFront::Distribution", each="DistributionConfig.Origins"),
    reads={
        Origin.distribution: OwnerLink(),
        Origin.from_bucket: "CustomOriginConfig == `null` && VpcOriginConfig == `null`",
        Origin.bucket: "[{d: DomainName, c: CustomOriginConfig}] | [?c == `null`].d",
        Origin.signed: (
            "not_null(OriginAccessControlId, '') != '' || not_null(S3OriginConfig.OriginAccessIdentity, '') != ''"
        ),
        Origin.protocol: "CustomOriginConfig.OriginProtocolPolicy",
        Origin.tls_versions: "CustomOriginConfig.OriginSSLProtocols",
        Origin.leads: "DomainName",
    },
    shows=[
        Shown(
            text="""
Resources:
  Site:
    Type: AWS::S3::Bucket
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins:
          - {Id: site, DomainName: !GetAtt Site.RegionalDomainName, S3OriginConfig: {OriginAccessIdentity: ""}}
""",
            gives=Origin(
                "Cdn/DistributionConfig/Origins/0",
                distribution=frozenset({"Cdn"}),
                from_bucket=True,
                bucket=frozenset({"Site"}),
                signed=False,
                protocol=None,
                tls_versions=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins:
          - Id: shop
            DomainName: shop.example.com
            OriginAccessControlId: E1
            CustomOriginConfig: {OriginProtocolPolicy: match-viewer, OriginSSLProtocols: [TLSv1.2]}
""",
            gives=Origin(
                "Cdn/DistributionConfig/Origins/0",
                from_bucket=False,
                bucket=frozenset(),
                signed=True,
                protocol="match-viewer",
                tls_versions=frozenset({"TLSv1.2"}),
            ),
        ),
        Shown(
            text="""
Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
  Shop:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Origins:
          - Id: web
            DomainName: !GetAtt Web.DNSName
            CustomOriginConfig: {OriginProtocolPolicy: https-only}
""",
            gives=Origin("Shop/DistributionConfig/Origins/0", leads=frozenset({"Web"})),
        ),
    ],
)

BEHAVIOUR: dict[Term[Behaviour], Read] = {
    Behaviour.distribution: OwnerLink(),
    Behaviour.viewer_protocol: "ViewerProtocolPolicy",
    Behaviour.sets_headers: "not_null(ResponseHeadersPolicyId, '') != ''",
}

BEHAVIOUR_FROM_CLOUDFORMATION = Source(
    of=Behaviour,
    each=Block(
        "AWS::CloudFront::Distribution",
        each="DistributionConfig | [[DefaultCacheBehavior], CacheBehaviors][] | [?@]",
    ),
    reads=BEHAVIOUR,
    shows=[
        Shown(
            text="""
Resources:
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior: {ViewerProtocolPolicy: allow-all}
""",
            gives=Behaviour(
                "Cdn/DistributionConfig/DefaultCacheBehavior",
                distribution=frozenset({"Cdn"}),
                viewer_protocol="allow-all",
                sets_headers=False,
            ),
        ),
        Shown(
            text="""
Resources:
  Cdn:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior: {ViewerProtocolPolicy: allow-all}
        CacheBehaviors: [{PathPattern: "/api/*", ViewerProtocolPolicy: https-only, ResponseHeadersPolicyId: p}]
""",
            gives=Behaviour("Cdn/DistributionConfig/CacheBehaviors/0", viewer_protocol="https-only", sets_headers=True),
        ),
    ],
)
