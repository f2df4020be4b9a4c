"""Kubernetes workloads, and the containers in them."""

from bartizan.content.kinds.kubernetes.service_account import ServiceAccount
from bartizan.core.kind import Asset, Flag, Link, Many, Number, Term, Text
from bartizan.core.source import Block, First, Fixed, Inverse, Owner, OwnerLink, Read, Shown, Source

POD = "(spec.jobTemplate.spec.template.spec || spec.template.spec || spec)"
NAMESPACE = "not_null(metadata.namespace, 'default')"
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


class Workload(Asset, kind="kubernetes.workload"):
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
    workload = Link(Workload, "The workload it is part of.")


SECRET_NAME = "(?i)(passw(or)?d|secret|token|api_?key|access_?key|private_?key|credential)"
NOT_SECRET_NAME = "(?i)(_file|_path|_name|_ref|_url|_ttl|_expiry|_id|_header|_length|_type)$"
UNTAGGED = "^[^@]*:latest$|^([^/@]*/)*[^/:@]+$"

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
        Workload.account: f"join('/', [{NAMESPACE}, 'ServiceAccount', not_null({POD}.serviceAccountName, {POD}.serviceAccount, 'default')])",
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
            ),
        ),
        Shown(
            text="""
apiVersion: v1
kind: ServiceAccount
metadata: {name: web, namespace: shop}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: full, namespace: shop}
spec:
  replicas: 3
  template:
    spec:
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
      containers: [{name: web, image: nginx}]
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
                volume_types=frozenset({"hostPath", "emptyDir"}),
                mounts_token=False,
                own_account=True,
                account=frozenset({"shop/ServiceAccount/web"}),
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


POD_SECURITY = f"{POD}.securityContext"

CONTAINER_READS: dict[Term[Container], Read] = {
    Container.name: "name",
    Container.image: "image",
    Container.image_tagged: f"!matches(not_null(image, 'none'), '{UNTAGGED}')",
    Container.image_pinned: "contains(not_null(image, 'none'), '@sha256:')",
    Container.always_pulls: (
        f"imagePullPolicy == 'Always' || (imagePullPolicy == `null` && matches(not_null(image, 'none'), '{UNTAGGED}'))"
    ),
    Container.privileged: "flag(not_null(securityContext.privileged, `false`))",
    Container.can_escalate: "flag(not_null(securityContext.allowPrivilegeEscalation, `true`))",
    Container.non_root: First(
        "flag(securityContext.runAsNonRoot)",
        Owner(f"flag({POD_SECURITY}.runAsNonRoot)"),
        Fixed(False, "Root is allowed unless the container or its pod says otherwise."),
    ),
    Container.user: First("securityContext.runAsUser", Owner(f"{POD_SECURITY}.runAsUser")),
    Container.group: First("securityContext.runAsGroup", Owner(f"{POD_SECURITY}.runAsGroup")),
    Container.read_only_root: "flag(not_null(securityContext.readOnlyRootFilesystem, `false`))",
    Container.adds: "securityContext.capabilities.add[].upper(@)",
    Container.drops: "securityContext.capabilities.drop[].upper(@)",
    Container.seccomp: First("securityContext.seccompProfile.type", Owner(f"{POD_SECURITY}.seccompProfile.type")),
    Container.apparmor: First("securityContext.appArmorProfile.type", Owner(f"{POD_SECURITY}.appArmorProfile.type")),
    Container.selinux_type: First("securityContext.seLinuxOptions.type", Owner(f"{POD_SECURITY}.seLinuxOptions.type")),
    Container.selinux_identity: First(
        "securityContext.seLinuxOptions && (securityContext.seLinuxOptions.user || securityContext.seLinuxOptions.role) != `null`",
        Owner(f"({POD_SECURITY}.seLinuxOptions.user || {POD_SECURITY}.seLinuxOptions.role) != `null`"),
    ),
    Container.proc_mount: "not_null(securityContext.procMount, 'Default')",
    Container.host_process: First(
        "flag(securityContext.windowsOptions.hostProcess)",
        Owner(f"flag({POD_SECURITY}.windowsOptions.hostProcess)"),
        Fixed(False, "A container is not a process of the node unless it says so."),
    ),
    Container.host_ports: "ports[?hostPort != `null` && hostPort != `0`].hostPort",
    Container.ports: "ports[].containerPort",
    Container.cpu_request: "not_null(resources.requests.cpu, resources.limits.cpu)",
    Container.cpu_limit: "resources.limits.cpu",
    Container.memory_request: "not_null(resources.requests.memory, resources.limits.memory)",
    Container.memory_limit: "resources.limits.memory",
    Container.checks_liveness: "livenessProbe != `null`",
    Container.checks_readiness: "readinessProbe != `null`",
    Container.probes_other_hosts: (
        "length([livenessProbe, readinessProbe, startupProbe, lifecycle.postStart, lifecycle.preStop]"
        "[?httpGet.host || tcpSocket.host]) > `0`"
    ),
    Container.secures: "length(not_null(securityContext, `{}`)) > `0`",
    Container.secrets_in_environment: (
        "length(not_null(env, `[]`)[?valueFrom.secretKeyRef]) > `0` || "
        "length(not_null(envFrom, `[]`)[?secretRef]) > `0`"
    ),
    Container.literal_secrets: (
        f"length(not_null(env, `[]`)[?value && matches(name, '{SECRET_NAME}') && "
        f"!matches(name, '{NOT_SECRET_NAME}') && !contains(to_string(value), '$(')]) > `0`"
    ),
    Container.workload: OwnerLink(),
}

CONTAINER_FROM_MANIFEST = Source(
    of=Container,
    each=Block(*TYPES, each=f"[{POD}.containers, {POD}.ephemeralContainers][]"),
    reads={**CONTAINER_READS, Container.init: Fixed(False, "It is not among the init containers.")},
    shows=[
        Shown(
            text="""
apiVersion: v1
kind: Pod
metadata: {name: bare}
spec:
  containers: [{name: web, image: nginx}]
""",
            gives=Container(
                "default/Pod/bare/spec/containers/0",
                name="web",
                image="nginx",
                image_tagged=False,
                image_pinned=False,
                always_pulls=True,
                init=False,
                privileged=False,
                can_escalate=True,
                non_root=False,
                user=None,
                group=None,
                read_only_root=False,
                adds=frozenset(),
                drops=frozenset(),
                seccomp=None,
                apparmor=None,
                selinux_type=None,
                selinux_identity=False,
                proc_mount="Default",
                host_process=False,
                host_ports=frozenset(),
                ports=frozenset(),
                cpu_request=None,
                cpu_limit=None,
                memory_request=None,
                memory_limit=None,
                checks_liveness=False,
                checks_readiness=False,
                probes_other_hosts=False,
                secures=False,
                secrets_in_environment=False,
                literal_secrets=False,
                workload=frozenset({"default/Pod/bare"}),
            ),
        ),
        Shown(
            text="""
apiVersion: batch/v1
kind: CronJob
metadata: {name: full}
spec:
  jobTemplate:
    spec:
      template:
        spec:
          securityContext:
            runAsNonRoot: true
            runAsUser: 10001
            seccompProfile: {type: RuntimeDefault}
            appArmorProfile: {type: RuntimeDefault}
            seLinuxOptions: {type: container_t, user: system_u}
          containers:
            - name: web
              image: registry.example:5000/shop/web:1.2@sha256:0123
              imagePullPolicy: IfNotPresent
              command: [serve]
              args: [--port=8080]
              securityContext:
                privileged: true
                allowPrivilegeEscalation: false
                runAsGroup: 10001
                readOnlyRootFilesystem: true
                procMount: Unmasked
                windowsOptions: {hostProcess: true}
                capabilities: {add: [net_admin], drop: [ALL]}
              ports: [{containerPort: 8080, hostPort: 80}]
              resources:
                requests: {cpu: 100m, memory: 64Mi}
                limits: {cpu: "1", memory: 128Mi}
              livenessProbe: {tcpSocket: {host: 10.0.0.1, port: 8080}}
              readinessProbe: {tcpSocket: {port: 8080}}
              env:
                - {name: DB_PASSWORD, value: hunter2}
                - {name: KEY, valueFrom: {secretKeyRef: {name: a, key: b}}}
""",
            gives=Container(
                "default/CronJob/full/spec/jobTemplate/spec/template/spec/containers/0",
                image_tagged=True,
                image_pinned=True,
                always_pulls=False,
                privileged=True,
                can_escalate=False,
                non_root=True,
                user=10001,
                group=10001,
                read_only_root=True,
                adds=frozenset({"NET_ADMIN"}),
                drops=frozenset({"ALL"}),
                seccomp="RuntimeDefault",
                apparmor="RuntimeDefault",
                selinux_type="container_t",
                selinux_identity=True,
                proc_mount="Unmasked",
                host_process=True,
                host_ports=frozenset({80}),
                ports=frozenset({8080}),
                cpu_request="100m",
                cpu_limit="1",
                memory_request="64Mi",
                memory_limit="128Mi",
                checks_liveness=True,
                checks_readiness=True,
                probes_other_hosts=True,
                secures=True,
                secrets_in_environment=True,
                literal_secrets=True,
            ),
        ),
    ],
)

INIT_CONTAINER_FROM_MANIFEST = Source(
    of=Container,
    each=Block(*TYPES, each=f"{POD}.initContainers"),
    reads={**CONTAINER_READS, Container.init: Fixed(True, "It is among the init containers.")},
    shows=[
        Shown(text=each.text.replace("containers:", "initContainers:"), gives=INIT)
        for each, INIT in zip(
            CONTAINER_FROM_MANIFEST.shows,
            (
                Container(
                    given.gives.id.replace("/containers/", "/initContainers/"), **{**given.gives.values, "init": True}
                )
                for given in CONTAINER_FROM_MANIFEST.shows
            ),
            strict=True,
        )
    ],
)
