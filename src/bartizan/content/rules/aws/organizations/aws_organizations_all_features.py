"""The organisation uses all features, not only common bills."""

from bartizan.content.kinds.aws.organizations_organization import Organization
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-organizations-all-features",
    title="The organisation uses all features, not only common bills",
    severity=Severity.LOW,
    every=Organization,
    must=Organization.features.equals("ALL"),
    because=(
        "Without all features there are no service control policies, so that nothing limits what administrators of "
        "member accounts do."
    ),
    fix="Set feature_set (Terraform) or FeatureSet (CloudFormation) to ALL.",
    serves=("separation-of-duties", "configuration-baseline"),
    passes=[
        Organization(features="ALL"),
    ],
    fails=[
        Organization(features="CONSOLIDATED_BILLING"),
    ],
)
