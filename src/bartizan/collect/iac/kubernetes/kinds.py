"""Kinds of the built-in Kubernetes API, the Gateway API and routers: their groups, and whether in a namespace."""

from __future__ import annotations

_NAMESPACED = {
    "": "Binding ConfigMap Endpoints Event LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController "
    "ResourceQuota Secret Service ServiceAccount",
    "apps": "ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet",
    "authentication.k8s.io": "TokenRequest",
    "authorization.k8s.io": "LocalSubjectAccessReview",
    "autoscaling": "HorizontalPodAutoscaler Scale",
    "batch": "CronJob Job",
    "certificates.k8s.io": "PodCertificateRequest",
    "coordination.k8s.io": "Lease LeaseCandidate",
    "discovery.k8s.io": "EndpointSlice",
    "events.k8s.io": "Event",
    "gateway.networking.k8s.io": "Gateway GRPCRoute HTTPRoute ReferenceGrant TCPRoute TLSRoute UDPRoute",
    "networking.k8s.io": "Ingress NetworkPolicy",
    "policy": "Eviction PodDisruptionBudget",
    "rbac.authorization.k8s.io": "Role RoleBinding",
    "resource.k8s.io": "ResourceClaim ResourceClaimTemplate",
    "route.openshift.io": "Route",
    "storage.k8s.io": "CSIStorageCapacity",
}
_CLUSTER = {
    "": "ComponentStatus Namespace Node PersistentVolume",
    "admissionregistration.k8s.io": "MutatingAdmissionPolicy MutatingAdmissionPolicyBinding "
    "MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding "
    "ValidatingWebhookConfiguration",
    "apiextensions.k8s.io": "CustomResourceDefinition",
    "apiregistration.k8s.io": "APIService",
    "authentication.k8s.io": "SelfSubjectReview TokenReview",
    "authorization.k8s.io": "SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview",
    "certificates.k8s.io": "CertificateSigningRequest ClusterTrustBundle",
    "flowcontrol.apiserver.k8s.io": "FlowSchema PriorityLevelConfiguration",
    "gateway.networking.k8s.io": "GatewayClass",
    "internal.apiserver.k8s.io": "StorageVersion",
    "networking.k8s.io": "ClusterCIDR IPAddress IngressClass ServiceCIDR",
    "node.k8s.io": "RuntimeClass",
    "policy": "PodSecurityPolicy",
    "rbac.authorization.k8s.io": "ClusterRole ClusterRoleBinding",
    "resource.k8s.io": "DeviceClass ResourceSlice",
    "scheduling.k8s.io": "PriorityClass",
    "storage.k8s.io": "CSIDriver CSINode StorageClass VolumeAttachment VolumeAttributesClass",
    "storagemigration.k8s.io": "StorageVersionMigration",
}
BUILT_IN: dict[tuple[str, str], bool] = {
    (group, kind): namespaced
    for table, namespaced in ((_NAMESPACED, True), (_CLUSTER, False))
    for group, kinds in table.items()
    for kind in kinds.split()
}
"""Whether a kind, by group and name, lives in a namespace."""
_NAMES = frozenset(kind for _, kind in BUILT_IN)
_MOVED = {
    "DaemonSet": "apps", "Deployment": "apps", "Ingress": "networking.k8s.io", "NetworkPolicy": "networking.k8s.io",
    "PodSecurityPolicy": "policy", "ReplicaSet": "apps",
}  # fmt: skip
"""Kinds that the group `extensions` once served, and the group that serves them since."""


def group_of(api_version: str, kind: str) -> str:
    """Return the API group of an object, without the version: `apps`, or empty for the core group.

    The group `extensions` is gone; what it served is given the group that serves it today.
    """
    group = api_version.rpartition("/")[0]
    return _MOVED.get(kind, group) if group == "extensions" else group


def address_kind(group: str, kind: str) -> str:
    """Return the kind as an address shows it: with its group where a foreign group took a built-in kind's name."""
    foreign = (group, kind) not in BUILT_IN and kind in _NAMES
    return f"{kind}.{group}" if foreign and group else kind
