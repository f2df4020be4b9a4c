"""Amazon S3 buckets, as CloudFormation declares them."""

from bartizan.content.kinds.aws.governed import GOVERNED
from bartizan.content.kinds.aws.s3_bucket import ALWAYS_ENCRYPTED, PUBLIC_ACLS, Bucket
from bartizan.content.kinds.data_store import TAGS_LISTED
from bartizan.core.source import Beside, Block, Fixed, Shown, Source, Unseen

SSE = "BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault"

FROM_CLOUDFORMATION = Source(
    of=Bucket,
    each=Block("AWS::S3::Bucket"),
    names=("BucketName",),
    reads={
        Bucket.tags: TAGS_LISTED,
        **GOVERNED,
        Bucket.policy: Beside(types="AWS::S3::BucketPolicy", on="Bucket", read="PolicyDocument"),
        Bucket.name: "BucketName",
        Bucket.ignores_public_acls: "flag(not_null(PublicAccessBlockConfiguration.IgnorePublicAcls, `false`))",
        Bucket.blocks_public_acls: "flag(not_null(PublicAccessBlockConfiguration.BlockPublicAcls, `false`))",
        Bucket.blocks_public_policy: "flag(not_null(PublicAccessBlockConfiguration.BlockPublicPolicy, `false`))",
        Bucket.restricts_public_policy: "flag(not_null(PublicAccessBlockConfiguration.RestrictPublicBuckets, `false`))",
        Bucket.open_by_acl: "contains(split('" + PUBLIC_ACLS + "', ','), not_null(AccessControl, 'Private'))",
        Bucket.open_by_policy: Beside(
            types="AWS::S3::BucketPolicy", on="Bucket", read="policy_public(PolicyDocument)", none=False
        ),
        Bucket.versioned: "VersioningConfiguration.Status == 'Enabled'",
        Bucket.encrypted: Fixed(True, ALWAYS_ENCRYPTED),
        Bucket.encryption: f"not_null({SSE}.SSEAlgorithm, 'AES256')",
        Bucket.key: f"{SSE}.KMSMasterKeyID",
        Bucket.own_key: f"customer_key({SSE}.KMSMasterKeyID)",
        Bucket.logged: "LoggingConfiguration != `null`",
        Bucket.receives_logs: Beside(
            types="AWS::S3::Bucket", on="LoggingConfiguration.DestinationBucketName", read="`true`", none=False
        ),
        Bucket.wide_policy: Beside(
            types="AWS::S3::BucketPolicy", on="Bucket", read="policy_wildcard_service(PolicyDocument)", none=False
        ),
        Bucket.acls_off: (
            "not_null(OwnershipControls.Rules[0].ObjectOwnership, 'BucketOwnerEnforced') == 'BucketOwnerEnforced'"
        ),
        Bucket.mfa_delete: Unseen("CloudFormation cannot ask for a second factor; only the root user switches it on."),
        Bucket.website: "WebsiteConfiguration != `null` && WebsiteConfiguration.RedirectAllRequestsTo == `null`",
        Bucket.writable_by_any_site: (
            "length(not_null(CorsConfiguration.CorsRules[?contains(AllowedOrigins, '*') && (contains(AllowedMethods, "
            "'PUT') || contains(AllowedMethods, 'POST') || contains(AllowedMethods, 'DELETE'))], `[]`)) > `0`"
        ),
        Bucket.tidied: "length(not_null(LifecycleConfiguration.Rules[?Status == 'Enabled'], `[]`)) > `0`",
        Bucket.tls_only: Beside(
            types="AWS::S3::BucketPolicy", on="Bucket", read="policy_tls_only(PolicyDocument)", none=False
        ),
        Bucket.expires_after: "LifecycleConfiguration.Rules[?Status=='Enabled'].ExpirationInDays | [0]",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::S3::Bucket
""",
            gives=Bucket(
                "Plain",
                name=None,
                ignores_public_acls=False,
                blocks_public_acls=False,
                blocks_public_policy=False,
                restricts_public_policy=False,
                open_by_acl=False,
                open_by_policy=False,
                versioned=False,
                encrypted=True,
                encryption="AES256",
                key=frozenset(),
                own_key=False,
                logged=False,
                receives_logs=False,
                tls_only=False,
                wide_policy=False,
                acls_off=True,
                website=False,
                writable_by_any_site=False,
                tidied=False,
                expires_after=None,
                tags=frozenset(),
            ),
        ),
        Shown(
            text="""
Resources:
  Data:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: {}}
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
      OwnershipControls: {Rules: [{ObjectOwnership: ObjectWriter}]}
      WebsiteConfiguration: {IndexDocument: index.html}
      CorsConfiguration: {CorsRules: [{AllowedOrigins: ["*"], AllowedMethods: [GET, PUT]}]}
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
      VersioningConfiguration: {Status: Enabled}
      LoggingConfiguration: {DestinationBucketName: logs}
      LifecycleConfiguration: {Rules: [{Status: Enabled, ExpirationInDays: 90}]}
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - ServerSideEncryptionByDefault: {SSEAlgorithm: "aws:kms", KMSMasterKeyID: !GetAtt Data.Arn}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Orders
      PolicyDocument:
        Statement:
          - {Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*", Condition: {Bool: {"aws:SecureTransport": "false"}}}
          - {Effect: Allow, Principal: "*", Action: "s3:GetObject", Resource: !Sub "${Orders.Arn}/*"}
""",
            gives=Bucket(
                "Orders",
                policy='{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condi'
                'tion":{"Bool":{"aws:SecureTransport":"false"}}},{"Effect":"Allow","Principal":"*","A'
                'ction":"s3:GetObject","Resource":"\ue000Orders|Arn\ue001/*"}]}',
                ignores_public_acls=True,
                blocks_public_acls=True,
                blocks_public_policy=True,
                restricts_public_policy=True,
                open_by_acl=True,
                open_by_policy=True,
                versioned=True,
                encryption="aws:kms",
                key=frozenset({"Data"}),
                own_key=True,
                logged=True,
                tls_only=True,
                expires_after=90,
                acls_off=False,
                website=True,
                writable_by_any_site=True,
                tidied=True,
            ),
        ),
        Shown(
            text="""
Resources:
  Logs: {Type: AWS::S3::Bucket}
  Orders:
    Type: AWS::S3::Bucket
    Properties:
      LoggingConfiguration: {DestinationBucketName: !Ref Logs}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument: {Statement: [{Effect: Allow, Principal: {AWS: "111122223333"}, Action: "s3:*", Resource: "*"}]}
""",
            gives=Bucket(
                "Logs",
                policy='{"Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:*","'
                'Resource":"*"}]}',
                receives_logs=True,
                wide_policy=True,
                open_by_policy=False,
            ),
        ),
    ],
)
