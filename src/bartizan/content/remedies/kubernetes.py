"""Good values of settings in Kubernetes manifests."""

from bartizan.content.kinds.kubernetes.service import Ingress, Service
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.content.kinds.kubernetes.workload import Container, Workload
from bartizan.core.remedy import Remedy

PRIVILEGED = Remedy(of=Container.privileged, to=False, title="Run the container without privileges")
ESCALATION = Remedy(of=Container.can_escalate, to=False, title="Let no process of the container gain privileges")
NON_ROOT = Remedy(of=Container.non_root, to=True, title="Run the container as another user than root", effort=2.0)
ADDED = Remedy(
    of=Container.adds,
    to=frozenset({"ALL", "CAP_ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "CAP_SYS_MODULE", "CAP_SYS_ADMIN"}),
    title="Take the capabilities away with which a container is left",
)
HOST_PID = Remedy(of=Workload.host_pid, to=False, title="Hide the processes of the node from the pods")
HOST_IPC = Remedy(of=Workload.host_ipc, to=False, title="Keep the memory segments of the node from the pods")
HOST_NETWORK = Remedy(of=Workload.host_network, to=False, title="Give the pods a network of their own", effort=2.0)
SHARED_PROCESSES = Remedy(
    of=Workload.shares_processes, to=False, title="Hide the processes of containers from each other"
)
TOKEN = Remedy(of=Workload.mounts_token, to=False, title="Mount no token of the Kubernetes API in the pods", effort=1.5)
ACCOUNT_TOKEN = Remedy(
    of=ServiceAccount.mounts_token, to=False, title="Mount no token of the service account in pods", effort=1.5
)
LOAD_BALANCER = Remedy(
    of=Service.type, to="ClusterIP", title="Reach the service from inside the cluster only", effort=30.0
)
INGRESS = Remedy(of=Ingress.scheme, to="internal", title="Make the ingress reachable from inside only", effort=30.0)
