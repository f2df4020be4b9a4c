"""The API's own objects: which resource a kind is, and which live outside of namespaces."""

from __future__ import annotations

RBAC = "rbac.authorization.k8s.io"
ADMISSION = "admissionregistration.k8s.io"

RESOURCES = {
    "Pod": ("", "pods"),
    "ReplicationController": ("", "replicationcontrollers"),
    "Deployment": ("apps", "deployments"),
    "StatefulSet": ("apps", "statefulsets"),
    "DaemonSet": ("apps", "daemonsets"),
    "ReplicaSet": ("apps", "replicasets"),
    "Job": ("batch", "jobs"),
    "CronJob": ("batch", "cronjobs"),
    "ServiceAccount": ("", "serviceaccounts"),
    "Secret": ("", "secrets"),
    "ConfigMap": ("", "configmaps"),
    "Service": ("", "services"),
    "Namespace": ("", "namespaces"),
    "Node": ("", "nodes"),
    "ResourceQuota": ("", "resourcequotas"),
    "LimitRange": ("", "limitranges"),
    "PersistentVolume": ("", "persistentvolumes"),
    "PersistentVolumeClaim": ("", "persistentvolumeclaims"),
    "Ingress": ("networking.k8s.io", "ingresses"),
    "NetworkPolicy": ("networking.k8s.io", "networkpolicies"),
    "Role": (RBAC, "roles"),
    "ClusterRole": (RBAC, "clusterroles"),
    "RoleBinding": (RBAC, "rolebindings"),
    "ClusterRoleBinding": (RBAC, "clusterrolebindings"),
    "ValidatingWebhookConfiguration": (ADMISSION, "validatingwebhookconfigurations"),
    "MutatingWebhookConfiguration": (ADMISSION, "mutatingwebhookconfigurations"),
    "CertificateSigningRequest": ("certificates.k8s.io", "certificatesigningrequests"),
}
"""By kind: the API group and the resource."""

CONTROLLERS = frozenset({
    "deployments", "statefulsets", "daemonsets", "replicasets", "replicationcontrollers", "jobs", "cronjobs",
})  # fmt: skip
"""What makes pods from a template, and names them."""

GLOBAL = frozenset({
    "apiservices", "certificatesigningrequests", "clusterrolebindings", "clusterroles", "clustertrustbundles",
    "componentstatuses", "csidrivers", "csinodes", "customresourcedefinitions", "deviceclasses", "flowschemas",
    "groups", "ingressclasses", "ipaddresses", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings",
    "mutatingwebhookconfigurations", "namespaces", "nodes", "persistentvolumes", "podsecuritypolicies",
    "priorityclasses", "prioritylevelconfigurations", "resourceslices", "runtimeclasses", "selfsubjectaccessreviews",
    "selfsubjectreviews", "selfsubjectrulesreviews", "servicecidrs", "signers", "storageclasses", "storageversions",
    "subjectaccessreviews", "tokenreviews", "uids", "userextras", "users", "validatingadmissionpolicies",
    "validatingadmissionpolicybindings", "validatingwebhookconfigurations", "volumeattachments",
    "volumeattributesclasses",
})  # fmt: skip
"""Resources outside of namespaces, with those that stand for something else: users, groups, signers."""

GROUPS = frozenset({"core", "apps", "batch", "autoscaling", "policy", "extensions", "*"})
"""API groups without a dot in their name."""
