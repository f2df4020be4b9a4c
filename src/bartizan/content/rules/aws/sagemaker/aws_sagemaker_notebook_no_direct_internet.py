"""SageMaker notebooks have no way to the Internet past the VPC."""

from bartizan.content.kinds.aws.sagemaker_notebook import Notebook
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-sagemaker-notebook-no-direct-internet",
    title="SageMaker notebooks have no way to the Internet past the VPC",
    severity=Severity.MEDIUM,
    every=Notebook,
    must=~Notebook.direct_internet,
    because=("Code in a notebook, a malicious package among it, can carry data off past every control of the network."),
    fix=(
        "Set direct_internet_access to Disabled (Terraform) or DirectInternetAccess to Disabled "
        "(CloudFormation), and name a subnet."
    ),
    serves=("restricted-egress", "no-public-service"),
    also=("CKV_AWS_122",),
    passes=[Notebook(direct_internet=False)],
    fails=[Notebook(direct_internet=True)],
)
