"""AWS Glue: settings of the catalogue, security configurations, and the jobs and crawlers that use them."""

from bartizan.content.kinds.aws.iam_role import Role
from bartizan.core.kind import Asset, Flag, Link, Text
from bartizan.core.source import Block, Shown, Source


class CatalogSettings(Asset, kind="aws.glue.catalog-settings"):
    """How the catalogue of an account and region is protected."""

    encrypted = Flag("What tables and their columns are is encrypted at rest with a key of KMS.")
    passwords_encrypted = Flag("Passwords of connections are encrypted.")


FROM_TERRAFORM = Source(
    of=CatalogSettings,
    each=Block("aws_glue_data_catalog_encryption_settings"),
    reads={
        CatalogSettings.encrypted: "starts_with(not_null(data_catalog_encryption_settings[0].encryption_at_rest[0].catalog_encryption_mode, 'DISABLED'), 'SSE-KMS')",
        CatalogSettings.passwords_encrypted: "flag(not_null(data_catalog_encryption_settings[0].connection_password_encryption[0].return_connection_password_encrypted, `false`))",
    },
    shows=[
        Shown(
            text="""
resource "aws_glue_data_catalog_encryption_settings" "plain" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = false
    }
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
  }
}
""",
            gives=CatalogSettings(
                "aws_glue_data_catalog_encryption_settings.plain", encrypted=False, passwords_encrypted=False
            ),
        ),
        Shown(
            text="""
resource "aws_glue_data_catalog_encryption_settings" "strict" {
  data_catalog_encryption_settings {
    connection_password_encryption {
      return_connection_password_encrypted = true
    }
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
    }
  }
}
""",
            gives=CatalogSettings(
                "aws_glue_data_catalog_encryption_settings.strict", encrypted=True, passwords_encrypted=True
            ),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=CatalogSettings,
    each=Block("AWS::Glue::DataCatalogEncryptionSettings"),
    reads={
        CatalogSettings.encrypted: "starts_with(not_null(DataCatalogEncryptionSettings.EncryptionAtRest.CatalogEncryptionMode, 'DISABLED'), 'SSE-KMS')",
        CatalogSettings.passwords_encrypted: "flag(not_null(DataCatalogEncryptionSettings.ConnectionPasswordEncryption.ReturnConnectionPasswordEncrypted, `false`))",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Glue::DataCatalogEncryptionSettings
    Properties:
      CatalogId: !Ref AWS::AccountId
      DataCatalogEncryptionSettings: {}
""",
            gives=CatalogSettings("Plain", encrypted=False, passwords_encrypted=False),
        ),
        Shown(
            text="""
Resources:
  Strict:
    Type: AWS::Glue::DataCatalogEncryptionSettings
    Properties:
      CatalogId: !Ref AWS::AccountId
      DataCatalogEncryptionSettings:
        ConnectionPasswordEncryption: {ReturnConnectionPasswordEncrypted: true}
        EncryptionAtRest: {CatalogEncryptionMode: SSE-KMS}
""",
            gives=CatalogSettings("Strict", encrypted=True, passwords_encrypted=True),
        ),
    ],
)


class SecurityConfiguration(Asset, kind="aws.glue.security-configuration"):
    """What jobs, crawlers and endpoints encrypt."""

    name = Text("Its name, where it is known before deployment.")
    encrypts_data = Flag("Data written to S3 is encrypted as it says.")
    encrypts_logs = Flag("Logs in CloudWatch are encrypted.")
    encrypts_bookmarks = Flag("The state of jobs is encrypted.")


CONFIGURATION_FROM_TERRAFORM = Source(
    of=SecurityConfiguration,
    each=Block("aws_glue_security_configuration"),
    names=("name",),
    reads={
        SecurityConfiguration.name: "name",
        SecurityConfiguration.encrypts_data: "not_null(encryption_configuration[0].s3_encryption[0].s3_encryption_mode, 'DISABLED') != 'DISABLED'",
        SecurityConfiguration.encrypts_logs: "not_null(encryption_configuration[0].cloudwatch_encryption[0].cloudwatch_encryption_mode, 'DISABLED') != 'DISABLED'",
        SecurityConfiguration.encrypts_bookmarks: "not_null(encryption_configuration[0].job_bookmarks_encryption[0].job_bookmarks_encryption_mode, 'DISABLED') != 'DISABLED'",
    },
    shows=[
        Shown(
            text="""
resource "aws_glue_security_configuration" "plain" {
  name = "plain"
  encryption_configuration {
    cloudwatch_encryption {}
    job_bookmarks_encryption {}
    s3_encryption {}
  }
}
""",
            gives=SecurityConfiguration(
                "aws_glue_security_configuration.plain",
                name="plain",
                encrypts_data=False,
                encrypts_logs=False,
                encrypts_bookmarks=False,
            ),
        ),
        Shown(
            text="""
resource "aws_glue_security_configuration" "strict" {
  name = "strict"
  encryption_configuration {
    cloudwatch_encryption {
      cloudwatch_encryption_mode = "SSE-KMS"
    }
    job_bookmarks_encryption {
      job_bookmarks_encryption_mode = "CSE-KMS"
    }
    s3_encryption {
      s3_encryption_mode = "SSE-KMS"
    }
  }
}
""",
            gives=SecurityConfiguration(
                "aws_glue_security_configuration.strict",
                name="strict",
                encrypts_data=True,
                encrypts_logs=True,
                encrypts_bookmarks=True,
            ),
        ),
    ],
)

CONFIGURATION_FROM_CLOUDFORMATION = Source(
    of=SecurityConfiguration,
    each=Block("AWS::Glue::SecurityConfiguration"),
    names=("Name",),
    reads={
        SecurityConfiguration.name: "Name",
        SecurityConfiguration.encrypts_data: "not_null(EncryptionConfiguration.S3Encryptions[0].S3EncryptionMode, 'DISABLED') != 'DISABLED'",
        SecurityConfiguration.encrypts_logs: "not_null(EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode, 'DISABLED') != 'DISABLED'",
        SecurityConfiguration.encrypts_bookmarks: "not_null(EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode, 'DISABLED') != 'DISABLED'",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: plain
      EncryptionConfiguration: {}
""",
            gives=SecurityConfiguration(
                "Plain", name="plain", encrypts_data=False, encrypts_logs=False, encrypts_bookmarks=False
            ),
        ),
        Shown(
            text="""
Resources:
  Strict:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: strict
      EncryptionConfiguration:
        CloudWatchEncryption: {CloudWatchEncryptionMode: SSE-KMS}
        JobBookmarksEncryption: {JobBookmarksEncryptionMode: CSE-KMS}
        S3Encryptions: [{S3EncryptionMode: SSE-KMS}]
""",
            gives=SecurityConfiguration(
                "Strict", name="strict", encrypts_data=True, encrypts_logs=True, encrypts_bookmarks=True
            ),
        ),
    ],
)


class Component(Asset, kind="aws.glue.component"):
    """What reads and writes data: a crawler, and as kinds of their own a job and a development endpoint."""

    secured = Flag("A security configuration is named for it.")
    configuration = Link(SecurityConfiguration, "Its security configuration.")
    role = Link(Role, "The role it acts as.")


COMPONENT_FROM_TERRAFORM = Source(
    of=Component,
    each=Block("aws_glue_crawler"),
    reads={
        Component.secured: "not_null(security_configuration, '') != ''",
        Component.configuration: "security_configuration",
        Component.role: "role",
    },
    shows=[
        Shown(
            text="""
resource "aws_glue_crawler" "plain" {
  role = "etl"
}
""",
            gives=Component("aws_glue_crawler.plain", secured=False, configuration=frozenset()),
        ),
        Shown(
            text="""
resource "aws_iam_role" "etl" {
  assume_role_policy = jsonencode({ Statement = [] })
}

resource "aws_glue_security_configuration" "strict" {
  name = "strict"
}

resource "aws_glue_crawler" "load" {
  role                   = aws_iam_role.etl.arn
  security_configuration = aws_glue_security_configuration.strict.name
}
""",
            gives=Component(
                "aws_glue_crawler.load",
                secured=True,
                configuration=frozenset({"aws_glue_security_configuration.strict"}),
                role=frozenset({"aws_iam_role.etl"}),
            ),
        ),
    ],
)

COMPONENT_FROM_CLOUDFORMATION = Source(
    of=Component,
    each=Block("AWS::Glue::Crawler"),
    reads={
        Component.secured: "not_null(CrawlerSecurityConfiguration, '') != ''",
        Component.configuration: "CrawlerSecurityConfiguration",
        Component.role: "Role",
    },
    shows=[
        Shown(
            text="""
Resources:
  Plain:
    Type: AWS::Glue::Crawler
    Properties:
      Role: etl
""",
            gives=Component("Plain", secured=False, configuration=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Etl:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: []}
  Strict:
    Type: AWS::Glue::SecurityConfiguration
    Properties:
      Name: strict
      EncryptionConfiguration: {}
  Load:
    Type: AWS::Glue::Crawler
    Properties:
      Role: !GetAtt Etl.Arn
      CrawlerSecurityConfiguration: !Ref Strict
""",
            gives=Component("Load", secured=True, configuration=frozenset({"Strict"}), role=frozenset({"Etl"})),
        ),
    ],
)
