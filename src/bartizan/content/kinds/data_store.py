"""Where data lies, in any cloud or cluster, and how sources tell of its tags."""

from bartizan.core.kind import Asset, Flag, Many


class DataStore(Asset):
    """Something that keeps data: a bucket, a database, a table, a disk, a queue, a secret."""

    tags = Many("Its tags, labels or annotations, each as `key=value`.")
    holds = Many("Classes of data that it holds: customer, payment, health, secret ...", derived=True)
    production = Flag("It belongs to production.", derived=True)


TAGS = "entries(tags)[].join('=', [key, value])"
"""Tags of Terraform's providers for AWS and Azure."""
LABELS = TAGS.replace("tags", "labels")
"""Labels of its provider for Google Cloud."""
TAGS_LISTED = "Tags[].join('=', [Key, Value])"
"""Tags of CloudFormation, as most of its types have them."""
TAGS_MAPPED = "entries(Tags)[].join('=', [key, value])"
"""Tags of those of its types that have a mapping instead."""
APPLIED = "kubectl.kubernetes.io/last-applied-configuration"
METADATA = (
    "[not_null(entries(metadata.labels), `[]`), not_null(entries(metadata.annotations), `[]`)][] "
    f"| [?key != '{APPLIED}'].join('=', [key, value])"
)
"""Labels and annotations of Kubernetes, without the copy of the manifest that kubectl keeps: it has the values in it."""
