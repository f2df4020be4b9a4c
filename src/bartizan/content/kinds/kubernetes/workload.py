"""Kubernetes workloads, and what they are made of: containers, volumes, the nodes they run on."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.kind import Asset, Document, Flag, Link, Many, Number, Text
from bartizan.core.source import Block, First, Fixed, Inverse, Shown, Source, Unseen

POD = "(spec.jobTemplate.spec.template.spec || spec.template.spec || spec)"
NAMESPACE = "not_null(metadata.namespace, 'default')"
ACCOUNT = f"not_null({POD}.serviceAccountName, {POD}.serviceAccount, 'default')"
ALL = f"[{POD}.containers, {POD}.initContainers, {POD}.ephemeralContainers][]"
TEMPLATE = "(spec.jobTemplate.spec.template || spec.template || @)"
TYPES = (
    "Pod",
    "apps/Deployment",
    "apps/StatefulSet",
    "apps/DaemonSet",
    "apps/ReplicaSet",
    "ReplicationController",
    "batch/Job",
    "batch/CronJob",
)


class Node(Asset, kind="kubernetes.node"):
    """A machine that pods run on."""

    name = Text("Its name.")
    control_plane = Flag("It runs the control plane.")
    machine = Text("The provider's id of the machine: `aws:///eu-west-1a/i-0abc`.")
    workloads = Link(lambda: Workload, "The workloads that are bound to it by name.")


class Workload(Runner, kind="kubernetes.workload"):
    """A pod, or whatever makes pods from a template."""

    name = Text("Its name.")
    namespace = Text("The namespace it is in.")
    names_namespace = Flag("The manifest names the namespace, instead of leaving it to whoever applies it.")
    type = Text("What it is: Pod, Deployment, StatefulSet, DaemonSet, ReplicaSet, Job or CronJob.")
    replicas = Number("How many pods are wanted at once.")
    host_network = Flag("Its pods share the network of the node.")
    host_pid = Flag("Its pods see the processes of the node.")
    host_ipc = Flag("Its pods share the memory segments of the node.")
    shares_processes = Flag("The containers of a pod see each other's processes.")
    host_paths = Many("Paths of the node that are mounted.")
    volume_types = Many("Types of the volumes: secret, configMap, emptyDir, hostPath ...")
    mounts_token = Flag("The token of the service account is mounted.")
    own_account = Flag("A service account other than the default one is named.")
    account = Link(ServiceAccount, "The service account its processes act as.")
    account_name = Text("The name of that service account.")
    states_token = Flag("The manifest says whether the token is mounted, instead of leaving it to the service account.")
    node = Link(Node, "The node it is bound to.")
    node_name = Text("The name of that node; none where the scheduler chooses.")
    labels = Document("The labels of its pods.")
    secrets = Many("Names of the secrets it gets: as volumes, in the environment, to pull images.")
    config_maps = Many("Names of the config maps it gets.")
    claims = Many("Names of the persistent volume claims it mounts.")
    volumes = Link(lambda: Volume, "Its volumes.")
    host_aliases = Flag("Names are added to the hosts file of its pods.")
    sysctls = Many("Names of the kernel settings that are changed.")
    supplemental_groups = Many("Further groups its processes are in.")
    secures_pod = Flag("The pod has a security context that sets something.")
    priority_class = Text("Its priority class.")
    tolerates_control_plane = Flag("Its pods may be placed on nodes of the control plane.")
    containers = Link(lambda: Container, "All its containers: init and ephemeral ones too.")


class Container(Asset, kind="kubernetes.container"):
    """A container of a workload: an ordinary, an init or an ephemeral one."""

    name = Text("Its name.")
    image = Text("The image it runs, as written.")
    image_tagged = Flag("The image has a tag other than latest, or a digest.")
    image_pinned = Flag("The image is named by digest.")
    always_pulls = Flag("The image is pulled, and access to it checked, at every start.")
    init = Flag("It runs to its end before the others start.")
    privileged = Flag("It may do what root on the node may.")
    can_escalate = Flag("Its processes may gain more privileges than they started with.")
    non_root = Flag("The kubelet refuses to start it as root.")
    user = Number("The user id it runs as, where one is set.")
    group = Number("The group id it runs as, where one is set.")
    read_only_root = Flag("Its root file system cannot be written.")
    adds = Many("Capabilities that are added.")
    drops = Many("Capabilities that are dropped.")
    seccomp = Text("Its seccomp profile: RuntimeDefault, Localhost, Unconfined.")
    apparmor = Text("Its AppArmor profile: RuntimeDefault, Localhost, Unconfined.")
    selinux_type = Text("Its SELinux type, where one is set.")
    selinux_identity = Flag("It sets an SELinux user or role.")
    proc_mount = Text("How /proc is mounted: Default or Unmasked.")
    host_process = Flag("It runs as a process of a Windows node.")
    host_ports = Many("Ports of the node it takes.")
    ports = Many("Ports it listens on.")
    listeners = Document("Those ports with their names, protocols and ports of the node.")
    cpu_request = Text("CPU it asks for.")
    cpu_limit = Text("CPU it may use.")
    memory_request = Text("Memory it asks for.")
    memory_limit = Text("Memory it may use.")
    checks_liveness = Flag("A liveness probe is set.")
    checks_readiness = Flag("A readiness probe is set.")
    probes_other_hosts = Flag("A probe or a hook asks another host than the container itself.")
    secures = Flag("It has a security context that sets something.")
    secrets_in_environment = Flag("It gets secrets as environment variables.")
    literal_secrets = Flag("An environment variable that is named like a secret has its value in the manifest.")
    mounts = Many("Names of the volumes it mounts.")
    writes = Many("Names of the volumes it mounts and may write to.")
    volumes = Link(lambda: Volume, "The volumes it mounts.")
    written_volumes = Link(lambda: Volume, "The volumes it mounts and may write to.")
    workload = Link(Workload, "The workload it is part of.")


class Volume(Asset, kind="kubernetes.volume"):
    """A volume of a workload: files that its containers may mount."""

    name = Text("Its name.")
    type = Text("What it is: hostPath, secret, configMap, emptyDir, projected, persistentVolumeClaim ...")
    host_path = Text("The path of the node that it is, where it is one.")
    secret = Text("The name of the secret it shows, where it is one.")
    token = Flag("It has a token of the service account that the API server takes.")
    workload = Link(Workload, "The workload it is part of.")


SECRET_NAME = "(?i)(passw(or)?d|secret|token|api_?key|access_?key|private_?key|credential)"
NOT_SECRET_NAME = "(?i)(_file|_path|_name|_ref|_url|_ttl|_expiry|_id|_header|_length|_type)$"

FROM_MANIFEST = Source(
    of=Workload,
    each=Block(*TYPES),
    reads={
        Workload.name: "metadata.name",
        Workload.namespace: NAMESPACE,
        Workload.names_namespace: "metadata.namespace != `null`",
        Workload.type: "kind",
        Workload.replicas: "not_null(spec.replicas, spec.parallelism, `1`)",
        Workload.host_network: f"flag(not_null({POD}.hostNetwork, `false`))",
        Workload.host_pid: f"flag(not_null({POD}.hostPID, `false`))",
        Workload.host_ipc: f"flag(not_null({POD}.hostIPC, `false`))",
        Workload.shares_processes: f"flag(not_null({POD}.shareProcessNamespace, `false`))",
        Workload.host_paths: f"{POD}.volumes[].hostPath.path",
        Workload.volume_types: f"{POD}.volumes[].keys(@)[] | [?@ != 'name']",
        Workload.mounts_token: First(
            f"flag({POD}.automountServiceAccountToken)",
            Fixed(True, "Tokens are mounted unless the pod or its account says otherwise."),
        ),
        Workload.own_account: f"not_null({POD}.serviceAccountName, {POD}.serviceAccount, 'default') != 'default'",
        Workload.account: f"join('/', [{NAMESPACE}, 'ServiceAccount', {ACCOUNT}])",
        Workload.account_name: ACCOUNT,
        Workload.states_token: f"{POD}.automountServiceAccountToken != `null`",
        Workload.node: First(
            f"{POD}.nodeName && join('/', ['Node', {POD}.nodeName])", Unseen("the scheduler chooses the node")
        ),
        Workload.node_name: f"{POD}.nodeName",
        Workload.labels: f"{TEMPLATE}.metadata.labels",
        Workload.secrets: (
            f"[{POD}.volumes[].secret.secretName, {POD}.volumes[].projected.sources[].secret.name, "
            f"{POD}.imagePullSecrets[].name, {ALL}.env[].valueFrom.secretKeyRef.name, "
            f"{ALL}.envFrom[].secretRef.name][]"
        ),
        Workload.config_maps: (
            f"[{POD}.volumes[].configMap.name, {POD}.volumes[].projected.sources[].configMap.name, "
            f"{ALL}.env[].valueFrom.configMapKeyRef.name, {ALL}.envFrom[].configMapRef.name][]"
        ),
        Workload.claims: f"{POD}.volumes[].persistentVolumeClaim.claimName",
        Workload.volumes: Inverse(Volume.workload),
        Workload.host_aliases: f"length(not_null({POD}.hostAliases, `[]`)) > `0`",
        Workload.sysctls: f"{POD}.securityContext.sysctls[].name",
        Workload.supplemental_groups: f"{POD}.securityContext.supplementalGroups",
        Workload.secures_pod: f"length(not_null({POD}.securityContext, `{{}}`)) > `0`",
        Workload.priority_class: f"{POD}.priorityClassName",
        Workload.tolerates_control_plane: (
            f"length(not_null({POD}.tolerations, `[]`)[?(!key && operator == 'Exists') || "
            "starts_with(not_null(key, ''), 'node-role.kubernetes.io/')]) > `0`"
        ),
        Workload.containers: Inverse(Container.workload),
    },
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: bare}
spec:
  containers: [{name: web, image: nginx}]
""",
            gives=Workload(
                "default/Pod/bare",
                name="bare",
                namespace="default",
                names_namespace=False,
                type="Pod",
                replicas=1,
                host_network=False,
                host_pid=False,
                host_ipc=False,
                shares_processes=False,
                host_paths=frozenset(),
                volume_types=frozenset(),
                mounts_token=True,
                own_account=False,
                host_aliases=False,
                sysctls=frozenset(),
                supplemental_groups=frozenset(),
                secures_pod=False,
                priority_class=None,
                tolerates_control_plane=False,
                containers=frozenset({"default/Pod/bare/spec/containers/0"}),
                account_name="default",
                states_token=False,
                node_name=None,
                labels=None,
                secrets=frozenset(),
                config_maps=frozenset(),
                claims=frozenset(),
                volumes=frozenset(),
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: shop}
---
apiVersion: v1
kind: Node
metadata: {name: n1}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: full, namespace: shop}
spec:
  replicas: 3
  template:
    metadata: {labels: {app: web}}
    spec:
      nodeName: n1
      imagePullSecrets: [{name: pull}]
      hostNetwork: true
      hostPID: true
      hostIPC: true
      shareProcessNamespace: true
      serviceAccountName: web
      automountServiceAccountToken: false
      priorityClassName: high
      hostAliases: [{ip: 10.0.0.1, hostnames: [db]}]
      tolerations: [{key: node-role.kubernetes.io/control-plane, operator: Exists}]
      securityContext:
        sysctls: [{name: kernel.msgmax, value: "1"}]
        supplementalGroups: [2000]
      volumes:
        - {name: a, hostPath: {path: /etc}}
        - {name: b, emptyDir: {}}
        - {name: c, secret: {secretName: tls}}
        - {name: d, configMap: {name: settings}}
        - {name: e, persistentVolumeClaim: {claimName: data}}
      containers:
        - name: web
          image: nginx
          envFrom: [{secretRef: {name: keys}}]
          env: [{name: PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}]
""",
            gives=Workload(
                "shop/Deployment/full",
                namespace="shop",
                names_namespace=True,
                type="Deployment",
                replicas=3,
                host_network=True,
                host_pid=True,
                host_ipc=True,
                shares_processes=True,
                host_paths=frozenset({"/etc"}),
                volume_types=frozenset({"hostPath", "emptyDir", "secret", "configMap", "persistentVolumeClaim"}),
                mounts_token=False,
                own_account=True,
                account=frozenset({"shop/ServiceAccount/web"}),
                account_name="web",
                states_token=True,
                node=frozenset({"Node/n1"}),
                node_name="n1",
                labels='{"app":"web"}',
                secrets=frozenset({"tls", "pull", "keys", "db"}),
                config_maps=frozenset({"settings"}),
                claims=frozenset({"data"}),
                volumes=frozenset(f"shop/Deployment/full/spec/template/spec/volumes/{number}" for number in range(5)),
                host_aliases=True,
                sysctls=frozenset({"kernel.msgmax"}),
                supplemental_groups=frozenset({2000}),
                secures_pod=True,
                priority_class="high",
                tolerates_control_plane=True,
            ),
        ),
    ],
)
