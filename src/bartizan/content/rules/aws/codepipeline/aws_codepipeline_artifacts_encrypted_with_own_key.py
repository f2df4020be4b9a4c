"""CodePipeline encrypts what its stages hand on with a key of the customer."""

from bartizan.content.kinds.aws.codepipeline_pipeline import Pipeline
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="aws-codepipeline-artifacts-encrypted-with-own-key",
    title="CodePipeline encrypts what its stages hand on with a key of the customer",
    severity=Severity.LOW,
    every=Pipeline,
    must=Pipeline.own_key,
    because=(
        "The service's own key has a policy nobody can change: access to the data cannot be cut off or shared by "
        "way of the key."
    ),
    fix=(
        "Set artifact_store.encryption_key (Terraform) or ArtifactStore.EncryptionKey (CloudFormation) to a "
        "customer-managed key."
    ),
    serves=("customer-managed-keys",),
    also=("CKV_AWS_219",),
    passes=[Pipeline(own_key=True)],
    fails=[Pipeline(own_key=False)],
)
