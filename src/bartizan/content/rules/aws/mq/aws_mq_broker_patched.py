"""MQ brokers install minor versions by themselves."""

from bartizan.content.kinds.aws.mq_broker import Broker
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-mq-broker-patched",
    title="MQ brokers install minor versions by themselves",
    severity=Severity.LOW,
    every=Broker,
    must=Broker.minor_upgrades,
    because="Minor versions fix known flaws of the engine; where nobody installs them, those flaws stay open.",
    fix="Set auto_minor_version_upgrade (Terraform) or AutoMinorVersionUpgrade (CloudFormation) to true.",
    serves=("patching", "supported-versions"),
    also=("CKV_AWS_207",),
    passes=[Broker(minor_upgrades=True)],
    fails=[Broker(minor_upgrades=False)],
)
