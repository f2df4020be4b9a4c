"""Pods do not mount the socket of the container runtime."""

from bartizan.content.kinds.kubernetes.workload import Workload
from bartizan.core.claim import Rule, Severity

RULE = Rule(
    id="kubernetes-pod-no-runtime-socket",
    title="Pods do not mount the socket of the container runtime",
    severity=Severity.CRITICAL,
    every=Workload,
    must=~Workload.host_paths.has_match(
        r"(^/$)|(^/(var/)?run/?$)|(docker|containerd|crio|podman)(/.*)?\.sock|^/run/containerd/?$|^/var/run/docker/?$"
    ),
    because="Whoever can speak to the runtime can start a privileged container, and so owns the node.",
    fix="Remove the hostPath volume; build images with a tool that needs no daemon, and watch containers "
    "through the kubelet.",
    serves=(
        "runtime-daemon-protection",
        "container-isolation",
    ),
    also=(
        "CKV_K8S_27",
        "KSV-0006",
        "AVD-KSV-0006",
        "KSV006",
        "kubernetes-no-docker-sock-mount",
    ),
    passes=[Workload(host_paths=frozenset({"/var/log"}))],
    fails=[Workload(host_paths=frozenset({"/var/run/docker.sock"})), Workload(host_paths=frozenset({"/"}))],
)
