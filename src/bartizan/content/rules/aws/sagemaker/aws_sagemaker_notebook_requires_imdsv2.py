"""SageMaker notebooks answer only version 2 of the metadata service."""

from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-notebook-requires-imdsv2",
    title="SageMaker notebooks answer only version 2 of the metadata service",
    severity=Severity.MEDIUM,
    every=Notebook,
    must=Notebook.metadata_version.at_least(2),
    because="A program that can be made to fetch an address gives away the credentials of the role.",
    fix=(
        "Set minimum_instance_metadata_service_version (Terraform) or MinimumInstanceMetadataServiceVersion "
        "(CloudFormation) to 2."
    ),
    serves=("metadata-protection",),
    also=("CKV_AWS_371",),
    passes=[Notebook(metadata_version=2)],
    fails=[Notebook(metadata_version=1)],
)
