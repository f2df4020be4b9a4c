"""Dataproc disks are encrypted with a key of your own."""

from bartizan.content.kinds.gcp.project import Dataproc
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="gcp-dataproc-cluster-encrypted-with-own-key",
    title="Dataproc disks are encrypted with a key of your own",
    severity=Severity.LOW,
    every=Dataproc,
    must=Dataproc.own_key,
    because="Only with a key of your own can you cut off access to the data, and see who used it.",
    fix="Set cluster_config.encryption_config.kms_key_name.",
    serves=("customer-managed-keys",),
    also=("CKV_GCP_91",),
    passes=[Dataproc(own_key=True)],
    fails=[Dataproc(own_key=False)],
)
