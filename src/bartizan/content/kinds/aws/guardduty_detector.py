"""Amazon GuardDuty, AWS Security Hub and Amazon Macie: what looks for attacks, gaps and sensitive data."""

from bartizan.core.kind import Asset, Flag, Many
from bartizan.core.source import Beside, Block, First, Shown, Source


class Detector(
    Asset, kind="aws.guardduty.detector", identifier="arn:{partition}:guardduty:{region}:{account}:detector/{id}"
):
    """Looks for attacks in the records of an account and a region."""

    on = Flag("It is looking.")
    left_out = Many("Protections that its declaration switches off, by the names of GuardDuty's features.")


class Hub(Asset, kind="aws.securityhub.hub"):
    """Checks the configuration against standards, and gathers findings of other services."""

    takes_new_controls = Flag("Controls that are added to its standards are switched on by themselves.")


class Macie(Asset, kind="aws.macie.session"):
    """Looks for sensitive data in S3."""

    on = Flag("It is looking.")


FROM_TERRAFORM = Source(
    of=Detector,
    each=Block("aws_guardduty_detector"),
    reads={
        Detector.on: "flag(not_null(enable, `true`))",
        Detector.left_out: First(
            Beside(
                types="aws_guardduty_detector_feature",
                on="detector_id",
                read="[?status == 'DISABLED'].name",
                all=True,
            ),
            "[flag(datasources[0].s3_logs[0].enable) == `false` && 'S3_DATA_EVENTS', "
            "flag(datasources[0].kubernetes[0].audit_logs[0].enable) == `false` && 'EKS_AUDIT_LOGS', "
            "flag(datasources[0].malware_protection[0].scan_ec2_instance_with_findings[0].ebs_volumes[0].enable) "
            "== `false` && 'EBS_MALWARE_PROTECTION'][?@]",
        ),
    },
    shows=[
        Shown(
            text='resource "aws_guardduty_detector" "plain" {}',
            gives=Detector("aws_guardduty_detector.plain", on=True, left_out=frozenset()),
        ),
        Shown(
            text="""
resource "aws_guardduty_detector" "old" {
  enable = false
  datasources {
    s3_logs {
      enable = false
    }
    kubernetes {
      audit_logs {
        enable = true
      }
    }
  }
}
""",
            gives=Detector("aws_guardduty_detector.old", on=False, left_out=frozenset({"S3_DATA_EVENTS"})),
        ),
        Shown(
            text="""
resource "aws_guardduty_detector" "new" {
  enable = true
}

resource "aws_guardduty_detector_feature" "s3" {
  detector_id = aws_guardduty_detector.new.id
  name        = "S3_DATA_EVENTS"
  status      = "ENABLED"
}

resource "aws_guardduty_detector_feature" "eks" {
  detector_id = aws_guardduty_detector.new.id
  name        = "EKS_AUDIT_LOGS"
  status      = "DISABLED"
}
""",
            gives=Detector("aws_guardduty_detector.new", left_out=frozenset({"EKS_AUDIT_LOGS"})),
        ),
    ],
)

FROM_CLOUDFORMATION = Source(
    of=Detector,
    each=Block("AWS::GuardDuty::Detector"),
    reads={
        Detector.on: "flag(Enable)",
        Detector.left_out: (
            "[Features[?Status == 'DISABLED'].Name, [flag(DataSources.S3Logs.Enable) == `false` && 'S3_DATA_EVENTS', "
            "flag(DataSources.Kubernetes.AuditLogs.Enable) == `false` && 'EKS_AUDIT_LOGS', "
            "flag(DataSources.MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes) == `false` "
            "&& 'EBS_MALWARE_PROTECTION'][?@]][]"
        ),
    },
    shows=[
        Shown(
            text="Resources: {Plain: {Type: 'AWS::GuardDuty::Detector', Properties: {Enable: true}}}",
            gives=Detector("Plain", on=True, left_out=frozenset()),
        ),
        Shown(
            text="""
Resources:
  Set:
    Type: AWS::GuardDuty::Detector
    Properties:
      Enable: false
      DataSources: {S3Logs: {Enable: false}}
      Features: [{Name: EKS_AUDIT_LOGS, Status: DISABLED}, {Name: RDS_LOGIN_EVENTS, Status: ENABLED}]
""",
            gives=Detector("Set", on=False, left_out=frozenset({"S3_DATA_EVENTS", "EKS_AUDIT_LOGS"})),
        ),
    ],
)

HUB_FROM_TERRAFORM = Source(
    of=Hub,
    each=Block("aws_securityhub_account"),
    reads={Hub.takes_new_controls: "flag(not_null(auto_enable_controls, `true`))"},
    shows=[
        Shown(
            text='resource "aws_securityhub_account" "plain" {}',
            gives=Hub("aws_securityhub_account.plain", takes_new_controls=True),
        ),
        Shown(
            text='resource "aws_securityhub_account" "fixed" { auto_enable_controls = false }',
            gives=Hub("aws_securityhub_account.fixed", takes_new_controls=False),
        ),
    ],
)

HUB_FROM_CLOUDFORMATION = Source(
    of=Hub,
    each=Block("AWS::SecurityHub::Hub"),
    reads={Hub.takes_new_controls: "flag(not_null(AutoEnableControls, `true`))"},
    shows=[
        Shown(text="Resources: {Plain: {Type: 'AWS::SecurityHub::Hub'}}", gives=Hub("Plain", takes_new_controls=True)),
        Shown(
            text="Resources: {Fixed: {Type: 'AWS::SecurityHub::Hub', Properties: {AutoEnableControls: false}}}",
            gives=Hub("Fixed", takes_new_controls=False),
        ),
    ],
)

MACIE_FROM_TERRAFORM = Source(
    of=Macie,
    each=Block("aws_macie2_account"),
    reads={Macie.on: "not_null(status, 'ENABLED') == 'ENABLED'"},
    shows=[
        Shown(text='resource "aws_macie2_account" "plain" {}', gives=Macie("aws_macie2_account.plain", on=True)),
        Shown(
            text='resource "aws_macie2_account" "paused" { status = "PAUSED" }',
            gives=Macie("aws_macie2_account.paused", on=False),
        ),
    ],
)

MACIE_FROM_CLOUDFORMATION = Source(
    of=Macie,
    each=Block("AWS::Macie::Session"),
    reads={Macie.on: "not_null(Status, 'ENABLED') == 'ENABLED'"},
    shows=[
        Shown(text="Resources: {Plain: {Type: 'AWS::Macie::Session'}}", gives=Macie("Plain", on=True)),
        Shown(
            text="Resources: {Paused: {Type: 'AWS::Macie::Session', Properties: {Status: PAUSED}}}",
            gives=Macie("Paused", on=False),
        ),
    ],
)
