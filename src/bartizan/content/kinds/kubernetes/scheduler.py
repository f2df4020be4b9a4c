"""The scheduler of a cluster."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class Scheduler(Asset, kind="kubernetes.scheduler"):
    """The scheduler of a cluster, as its static pod starts it."""

    profiling = Flag("Its profile can be read over the network.")
    address = Text("The address it listens on.")


ARGUMENTS = "[command, args][]"

FROM_STATIC_POD = Source(
    of=Scheduler,
    each=Block(
        "Pod", each="spec.containers[?name=='kube-scheduler' || ends_with(not_null(command[0], ''), 'kube-scheduler')]"
    ),
    reads={
        Scheduler.profiling: f"flag(not_null(argument({ARGUMENTS}, 'profiling'), 'true'))",
        Scheduler.address: f"not_null(argument({ARGUMENTS}, 'bind-address'), '0.0.0.0')",
    },
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: kube-scheduler, namespace: kube-system}
spec:
  containers:
    - name: kube-scheduler
      image: registry.k8s.io/kube-scheduler:v1.33.0
      command:
        - kube-scheduler
""",
            gives=Scheduler("kube-system/Pod/kube-scheduler/spec/containers/0", profiling=True, address="0.0.0.0"),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: kube-scheduler, namespace: kube-system}
spec:
  containers:
    - name: kube-scheduler
      image: registry.k8s.io/kube-scheduler:v1.33.0
      command:
        - kube-scheduler
        - --profiling=false
        - --bind-address=127.0.0.1
""",
            gives=Scheduler("kube-system/Pod/kube-scheduler/spec/containers/0", profiling=False, address="127.0.0.1"),
        ),
    ],
)
