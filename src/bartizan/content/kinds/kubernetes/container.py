"""Kubernetes containers: how they are read from manifests."""

from bartizan.content.kinds.kubernetes.workload import NOT_SECRET_NAME, POD, SECRET_NAME, TYPES, Container
from bartizan.core.kind import Term
from bartizan.core.source import Block, First, Fixed, Owner, OwnerLink, Read, Shown, Source, Unseen

UNTAGGED = "^[^@]*:latest$|^([^/@]*/)*[^/:@]+$"
MATCHED = Unseen("volumes are matched to the containers that mount them once all is read", later=True)
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
    Container.listeners: "ports",
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
    Container.mounts: "volumeMounts[].name",
    Container.writes: "volumeMounts[?!readOnly].name",
    Container.volumes: MATCHED,
    Container.written_volumes: MATCHED,
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
                listeners=None,
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
                mounts=frozenset(),
                writes=frozenset(),
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
              volumeMounts:
                - {name: logs, mountPath: /logs}
                - {name: keys, mountPath: /keys, readOnly: true}
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
                listeners='[{"containerPort":8080,"hostPort":80}]',
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
                mounts=frozenset({"logs", "keys"}),
                writes=frozenset({"logs"}),
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
