"""Amazon OpenSearch Service domains, also by their old name Elasticsearch."""

from bartizan.content.kinds.aws.governed import GOVERNED, Governed
from bartizan.content.kinds.aws.kms_key import Key
from bartizan.content.kinds.aws.placed import Placed
from bartizan.content.kinds.aws.vpc_security_group import SecurityGroup
from bartizan.content.kinds.data_store import TAGS, TAGS_LISTED, DataStore
from bartizan.core.kind import Document, Flag, Link, Number, Text
from bartizan.core.source import Beside, Block, First, Shown, Source


class Domain(
    Governed,
    DataStore,
    Placed,
    kind="aws.opensearch.domain",
    identifier="arn:{partition}:es:{region}:{account}:domain/{name}",
):
    """A search engine and the indices it keeps."""

    name = Text("Its name, where it is known before deployment.")
    encrypted = Flag("Indices, logs and snapshots are encrypted at rest.")
    key = Link(Key, "The customer-managed key that encrypts it.")
    own_key = Flag("A customer-managed key is named for it.")
    nodes_use_tls = Flag("Its nodes speak TLS among themselves.")
    tls_only = Flag("Its endpoint refuses connections without TLS.")
    tls_policy = Text("The versions and ciphers of TLS that its endpoint accepts.")
    in_vpc = Flag("It has addresses in a VPC only, none on the Internet.")
    open_by_policy = Flag("Its access policy lets everyone in, without a condition on who calls.")
    fine_grained = Flag("Users must sign in, and have rights on single indices.")
    audited = Flag("Sign-ins and requests are written to an audit log.")
    logged = Flag("Some log of it is sent to CloudWatch.")
    masters = Number("How many nodes do nothing but lead the others.")
    multi_zone = Flag("Its nodes are spread over zones.")
    security_groups = Link(
        SecurityGroup, "Security groups that are named for it; the default one of the network where none is."
    )
    policy = Document("Its own policy, of who may use it; identities have policies besides.")


FROM_TERRAFORM = Source(
    of=Domain,
    each=Block("aws_opensearch_domain", "aws_elasticsearch_domain"),
    names=("domain_name",),
    reads={
        Domain.tags: TAGS,
        **GOVERNED,
        Domain.policy: First(
            Beside(
                types=("aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy"),
                on="domain_name",
                read="access_policies",
            ),
            "access_policies",
        ),
        Domain.name: "domain_name",
        Domain.encrypted: "flag(not_null(encrypt_at_rest[0].enabled, `false`))",
        Domain.key: "encrypt_at_rest[0].kms_key_id",
        Domain.own_key: "customer_key(encrypt_at_rest[0].kms_key_id)",
        Domain.nodes_use_tls: "flag(not_null(node_to_node_encryption[0].enabled, `false`))",
        Domain.tls_only: "(length(not_null(domain_endpoint_options, `[]`)) > `0` && flag(not_null(domain_endpoint_options[0].enforce_https, `true`))) || `false`",
        Domain.tls_policy: "not_null(domain_endpoint_options[0].tls_security_policy, 'Policy-Min-TLS-1-0-2019-07')",
        Domain.in_vpc: "length(not_null(vpc_options[0].subnet_ids, `[]`)) > `0`",
        Domain.open_by_policy: First(
            Beside(
                types=("aws_opensearch_domain_policy", "aws_elasticsearch_domain_policy"),
                on="domain_name",
                read="policy_public(access_policies)",
            ),
            "policy_public(access_policies)",
        ),
        Domain.fine_grained: "flag(not_null(advanced_security_options[0].enabled, `false`))",
        Domain.audited: "length(not_null(log_publishing_options[?log_type=='AUDIT_LOGS' && flag(not_null(enabled, `true`))], `[]`)) > `0`",
        Domain.logged: "length(not_null(log_publishing_options[?flag(not_null(enabled, `true`))], `[]`)) > `0`",
        Domain.masters: "(flag(not_null(cluster_config[0].dedicated_master_enabled, `false`)) && not_null(cluster_config[0].dedicated_master_count, `1`)) || `0`",
        Domain.multi_zone: "flag(not_null(cluster_config[0].zone_awareness_enabled, `false`))",
        Domain.security_groups: "vpc_options[0].security_group_ids",
        Domain.subnets: "vpc_options[0].subnet_ids",
    },
    shows=[
        Shown(
            text="""
resource "aws_opensearch_domain" "plain" {
  domain_name = "plain"
}
""",
            gives=Domain(
                "aws_opensearch_domain.plain",
                encrypted=False,
                key=frozenset(),
                own_key=False,
                nodes_use_tls=False,
                tls_only=False,
                tls_policy="Policy-Min-TLS-1-0-2019-07",
                in_vpc=False,
                open_by_policy=False,
                fine_grained=False,
                audited=False,
                logged=False,
                masters=0,
                multi_zone=False,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
resource "aws_kms_key" "data" {}

resource "aws_security_group" "inner" {}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"
  access_policies = jsonencode({ Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "es:*", Resource = "*" }] })
  encrypt_at_rest {
    enabled    = true
    kms_key_id = aws_kms_key.data.arn
  }
  node_to_node_encryption {
    enabled = true
  }
  domain_endpoint_options {
    tls_security_policy = "Policy-Min-TLS-1-2-2019-07"
  }
  vpc_options {
    subnet_ids         = ["subnet-1"]
    security_group_ids = [aws_security_group.inner.id]
  }
  advanced_security_options {
    enabled = true
  }
  log_publishing_options {
    log_type                 = "AUDIT_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:search"
  }
  cluster_config {
    dedicated_master_enabled = true
    dedicated_master_count   = 3
    zone_awareness_enabled   = true
  }
}
""",
            gives=Domain(
                "aws_opensearch_domain.search",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"es:*","Resource":"*"}]}',
                name="search",
                encrypted=True,
                key=frozenset({"aws_kms_key.data"}),
                own_key=True,
                nodes_use_tls=True,
                tls_only=True,
                tls_policy="Policy-Min-TLS-1-2-2019-07",
                in_vpc=True,
                open_by_policy=True,
                fine_grained=True,
                audited=True,
                logged=True,
                masters=3,
                multi_zone=True,
                security_groups=frozenset({"aws_security_group.inner"}),
            ),
        ),
        Shown(
            text="""
resource "aws_elasticsearch_domain" "old" {
  domain_name = "old"
}

resource "aws_elasticsearch_domain_policy" "old" {
  domain_name     = aws_elasticsearch_domain.old.domain_name
  access_policies = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "es:*", Resource = "*", Condition = { IpAddress = { "aws:SourceIp" = "192.0.2.0/24" } } }] })
}
""",
            gives=Domain(
                "aws_elasticsearch_domain.old",
                policy='{"Statement":[{"Effect":"Allow","Principal":"*","Action":"es:*","Resource":"*","Cond'
                'ition":{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}]}',
                open_by_policy=False,
            ),
        ),
        Shown(
            text="""
resource "aws_subnet" "a" {
  vpc_id = "vpc-1"
}

resource "aws_opensearch_domain" "placed" {
  vpc_options {
    subnet_ids = [aws_subnet.a.id]
  }
}
""",
            gives=Domain("aws_opensearch_domain.placed", subnets=frozenset({"aws_subnet.a"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Domain,
    each=Block("AWS::OpenSearchService::Domain"),
    names=("DomainName",),
    reads={
        Domain.tags: TAGS_LISTED,
        **GOVERNED,
        Domain.policy: "AccessPolicies",
        Domain.name: "DomainName",
        Domain.encrypted: "flag(not_null(EncryptionAtRestOptions.Enabled, `false`))",
        Domain.key: "EncryptionAtRestOptions.KmsKeyId",
        Domain.own_key: "customer_key(EncryptionAtRestOptions.KmsKeyId)",
        Domain.nodes_use_tls: "flag(not_null(NodeToNodeEncryptionOptions.Enabled, `false`))",
        Domain.tls_only: "flag(not_null(DomainEndpointOptions.EnforceHTTPS, `false`))",
        Domain.tls_policy: "not_null(DomainEndpointOptions.TLSSecurityPolicy, 'Policy-Min-TLS-1-0-2019-07')",
        Domain.in_vpc: "length(not_null(VPCOptions.SubnetIds, `[]`)) > `0`",
        Domain.open_by_policy: "policy_public(AccessPolicies)",
        Domain.fine_grained: "flag(not_null(AdvancedSecurityOptions.Enabled, `false`))",
        Domain.audited: "LogPublishingOptions.AUDIT_LOGS != `null` && flag(not_null(LogPublishingOptions.AUDIT_LOGS.Enabled, `true`))",
        Domain.logged: "length(not_null(values(LogPublishingOptions)[?flag(not_null(Enabled, `true`))], `[]`)) > `0`",
        Domain.masters: "(flag(not_null(ClusterConfig.DedicatedMasterEnabled, `false`)) && not_null(ClusterConfig.DedicatedMasterCount, `1`)) || `0`",
        Domain.multi_zone: "flag(not_null(ClusterConfig.ZoneAwarenessEnabled, `false`))",
        Domain.security_groups: "VPCOptions.SecurityGroupIds",
        Domain.subnets: "VPCOptions.SubnetIds",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::OpenSearchService::Domain
""",
            gives=Domain(
                "Plain",
                name=None,
                encrypted=False,
                key=frozenset(),
                own_key=False,
                nodes_use_tls=False,
                tls_only=False,
                tls_policy="Policy-Min-TLS-1-0-2019-07",
                in_vpc=False,
                open_by_policy=False,
                fine_grained=False,
                audited=False,
                logged=False,
                masters=0,
                multi_zone=False,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Inner
  Search:
    Type: AWS::OpenSearchService::Domain
    Properties:
      DomainName: search
      AccessPolicies: {Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: "es:*", Resource: "*"}]}
      EncryptionAtRestOptions: {Enabled: true, KmsKeyId: !Ref Data}
      NodeToNodeEncryptionOptions: {Enabled: true}
      DomainEndpointOptions: {EnforceHTTPS: true, TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07}
      VPCOptions: {SubnetIds: [subnet-1], SecurityGroupIds: [!GetAtt Inner.GroupId]}
      AdvancedSecurityOptions: {Enabled: true}
      LogPublishingOptions: {AUDIT_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: logs}}
      ClusterConfig: {DedicatedMasterEnabled: true, DedicatedMasterCount: 3, ZoneAwarenessEnabled: true}
""",
            gives=Domain(
                "Search",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"es:*","Resource":"*"}]}',
                name="search",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                nodes_use_tls=True,
                tls_only=True,
                tls_policy="Policy-Min-TLS-1-2-2019-07",
                in_vpc=True,
                open_by_policy=True,
                fine_grained=True,
                audited=True,
                logged=True,
                masters=3,
                multi_zone=True,
                security_groups=frozenset({"Inner"}),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Placed:
    Type: AWS::OpenSearchService::Domain
    Properties: {VPCOptions: {SubnetIds: [!Ref A]}}
""",
            gives=Domain("Placed", subnets=frozenset({"A"})),
        ),
    ],
)

ELASTICSEARCH_FROM_CLOUDFORMATION = Source(
    of=Domain,
    each=Block("AWS::Elasticsearch::Domain"),
    names=("DomainName",),
    reads={
        Domain.tags: TAGS_LISTED,
        **GOVERNED,
        Domain.policy: "AccessPolicies",
        Domain.name: "DomainName",
        Domain.encrypted: "flag(not_null(EncryptionAtRestOptions.Enabled, `false`))",
        Domain.key: "EncryptionAtRestOptions.KmsKeyId",
        Domain.own_key: "customer_key(EncryptionAtRestOptions.KmsKeyId)",
        Domain.nodes_use_tls: "flag(not_null(NodeToNodeEncryptionOptions.Enabled, `false`))",
        Domain.tls_only: "flag(not_null(DomainEndpointOptions.EnforceHTTPS, `false`))",
        Domain.tls_policy: "not_null(DomainEndpointOptions.TLSSecurityPolicy, 'Policy-Min-TLS-1-0-2019-07')",
        Domain.in_vpc: "length(not_null(VPCOptions.SubnetIds, `[]`)) > `0`",
        Domain.open_by_policy: "policy_public(AccessPolicies)",
        Domain.fine_grained: "flag(not_null(AdvancedSecurityOptions.Enabled, `false`))",
        Domain.audited: "LogPublishingOptions.AUDIT_LOGS != `null` && flag(not_null(LogPublishingOptions.AUDIT_LOGS.Enabled, `true`))",
        Domain.logged: "length(not_null(values(LogPublishingOptions)[?flag(not_null(Enabled, `true`))], `[]`)) > `0`",
        Domain.masters: "(flag(not_null(ElasticsearchClusterConfig.DedicatedMasterEnabled, `false`)) && not_null(ElasticsearchClusterConfig.DedicatedMasterCount, `1`)) || `0`",
        Domain.multi_zone: "flag(not_null(ElasticsearchClusterConfig.ZoneAwarenessEnabled, `false`))",
        Domain.security_groups: "VPCOptions.SecurityGroupIds",
        Domain.subnets: "VPCOptions.SubnetIds",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Elasticsearch::Domain
""",
            gives=Domain(
                "Plain",
                name=None,
                encrypted=False,
                key=frozenset(),
                own_key=False,
                nodes_use_tls=False,
                tls_only=False,
                tls_policy="Policy-Min-TLS-1-0-2019-07",
                in_vpc=False,
                open_by_policy=False,
                fine_grained=False,
                audited=False,
                logged=False,
                masters=0,
                multi_zone=False,
                security_groups=frozenset(),
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Inner:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Inner
  Search:
    Type: AWS::Elasticsearch::Domain
    Properties:
      DomainName: search
      AccessPolicies: {Statement: [{Effect: Allow, Principal: {AWS: "*"}, Action: "es:*", Resource: "*"}]}
      EncryptionAtRestOptions: {Enabled: true, KmsKeyId: !Ref Data}
      NodeToNodeEncryptionOptions: {Enabled: true}
      DomainEndpointOptions: {EnforceHTTPS: true, TLSSecurityPolicy: Policy-Min-TLS-1-2-2019-07}
      VPCOptions: {SubnetIds: [subnet-1], SecurityGroupIds: [!GetAtt Inner.GroupId]}
      AdvancedSecurityOptions: {Enabled: true}
      LogPublishingOptions: {AUDIT_LOGS: {Enabled: true, CloudWatchLogsLogGroupArn: logs}}
      ElasticsearchClusterConfig: {DedicatedMasterEnabled: true, DedicatedMasterCount: 3, ZoneAwarenessEnabled: true}
""",
            gives=Domain(
                "Search",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"es:*","Resource":"*"}]}',
                name="search",
                encrypted=True,
                key=frozenset({"Data"}),
                own_key=True,
                nodes_use_tls=True,
                tls_only=True,
                tls_policy="Policy-Min-TLS-1-2-2019-07",
                in_vpc=True,
                open_by_policy=True,
                fine_grained=True,
                audited=True,
                logged=True,
                masters=3,
                multi_zone=True,
                security_groups=frozenset({"Inner"}),
            ),
        ),
        Shown(
            text="""
Resources:
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: vpc-1}
  Placed:
    Type: AWS::Elasticsearch::Domain
    Properties: {VPCOptions: {SubnetIds: [!Ref A]}}
""",
            gives=Domain("Placed", subnets=frozenset({"A"})),
        ),
    ],
)
