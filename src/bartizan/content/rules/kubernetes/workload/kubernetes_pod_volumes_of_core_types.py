"""Pods use volumes of the ordinary types only."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-volumes-of-core-types",
    title="Pods use volumes of the ordinary types only",
    severity=Severity.LOW,
    every=Workload,
    must=Workload.volume_types.has_only(
        "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"
    ),
    because="Other types reach storage of the node or of the network with credentials and drivers the cluster"
    " does not control.",
    fix="Use a persistentVolumeClaim or a csi volume.",
    serves=("container-isolation",),
    also=(
        "KSV-0028",
        "AVD-KSV-0028",
        "KSV028",
        "kubernetes-no-non-ephemeral-volumes",
    ),
    passes=[Workload(volume_types=frozenset({"secret"}))],
    fails=[Workload(volume_types=frozenset({"nfs"}))],
)
