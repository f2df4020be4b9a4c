"""The controller manager of a cluster."""

from bartizan.core.kind import Asset, Flag, Text
from bartizan.core.source import Block, Shown, Source


class Controllers(Asset, kind="kubernetes.controller-manager"):
    """The controller manager of a cluster, as its static pod starts it."""

    collects_pods = Flag("How many ended pods are kept is said.")
    profiling = Flag("Its profile can be read over the network.")
    own_accounts = Flag("Each controller has an account of its own.")
    account_key = Flag("Tokens of accounts are signed with a key of their own.")
    authority = Flag("The certificate of the API server is given to pods.")
    address = Text("The address it listens on.")
    gates = Text("Features that are switched on or off.")


ARGUMENTS = "[command, args][]"

FROM_STATIC_POD = Source(
    of=Controllers,
    each=Block(
        "Pod",
        each="spec.containers[?name=='kube-controller-manager' || ends_with(not_null(command[0], ''), 'kube-controller-manager')]",
    ),
    reads={
        Controllers.collects_pods: f"argument({ARGUMENTS}, 'terminated-pod-gc-threshold') != `null`",
        Controllers.profiling: f"flag(not_null(argument({ARGUMENTS}, 'profiling'), 'true'))",
        Controllers.own_accounts: f"flag(not_null(argument({ARGUMENTS}, 'use-service-account-credentials'), 'false'))",
        Controllers.account_key: f"argument({ARGUMENTS}, 'service-account-private-key-file') != `null`",
        Controllers.authority: f"argument({ARGUMENTS}, 'root-ca-file') != `null`",
        Controllers.address: f"not_null(argument({ARGUMENTS}, 'bind-address'), '0.0.0.0')",
        Controllers.gates: f"not_null(argument({ARGUMENTS}, 'feature-gates'), '')",
    },
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: kube-controller-manager, namespace: kube-system}
spec:
  containers:
    - name: kube-controller-manager
      image: registry.k8s.io/kube-controller-manager:v1.33.0
      command:
        - kube-controller-manager
""",
            gives=Controllers(
                "kube-system/Pod/kube-controller-manager/spec/containers/0",
                collects_pods=False,
                profiling=True,
                own_accounts=False,
                account_key=False,
                authority=False,
                address="0.0.0.0",
                gates="",
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: kube-controller-manager, namespace: kube-system}
spec:
  containers:
    - name: kube-controller-manager
      image: registry.k8s.io/kube-controller-manager:v1.33.0
      command:
        - kube-controller-manager
        - --terminated-pod-gc-threshold=10
        - --profiling=false
        - --use-service-account-credentials=true
        - --service-account-private-key-file=/s
        - --root-ca-file=/a
        - --bind-address=127.0.0.1
        - --feature-gates=RotateKubeletServerCertificate=false
""",
            gives=Controllers(
                "kube-system/Pod/kube-controller-manager/spec/containers/0",
                collects_pods=True,
                profiling=False,
                own_accounts=True,
                account_key=True,
                authority=True,
                address="127.0.0.1",
                gates="RotateKubeletServerCertificate=false",
            ),
        ),
    ],
)
