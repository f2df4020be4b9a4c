"""Services and networks of Compose files."""

from bartizan.content.kinds.endpoint import Runner
from bartizan.core.kind import Asset, Flag, Many, Text
from bartizan.core.source import Block, Shown, Source


class ComposeService(Runner, kind="compose.service"):
    """A container that Compose runs."""

    image = Text("The image it runs.")
    image_tagged = Flag("The image has a tag other than latest, or a digest; images that are built here have none.")
    privileged = Flag("It may do what root on the host may.")
    mounts = Many("Paths of the host that are mounted.")
    host_network = Flag("It uses the network of the host.")
    default_bridge = Flag("It uses the bridge that all containers without a network of their own share.")
    host_pid = Flag("It sees the processes of the host.")
    host_ipc = Flag("It shares the memory segments of the host.")
    host_uts = Flag("It shares the host name.")
    host_users = Flag("Its users are those of the host.")
    adds = Many("Capabilities that are added.")
    drops = Many("Capabilities that are dropped.")
    no_new_privileges = Flag("Its processes cannot gain privileges.")
    unconfined = Flag("A filter of the kernel is switched off.")
    user = Text("The user it runs as, where that is set.")
    read_only = Flag("Its root file system cannot be written.")
    memory = Text("How much memory it may use.")
    cpus = Text("How much CPU it may use.")
    processes = Text("How many processes it may have.")
    ports = Many("Ports of the host it takes.")
    open_ports = Flag("A port is open on every address of the host.")
    devices = Flag("Devices of the host are given to it.")
    health_checked = Flag("A check tells whether it works.")
    literal_secrets = Flag("A variable that is named like a secret has its value in the file.")
    restart = Text("When it is started again.")
    shared_mounts = Flag("A mount passes on what is mounted in it.")


class ComposeNetwork(Asset, kind="compose.network"):
    """A network between containers."""

    driver = Text("What makes it: bridge or overlay.")
    encrypted = Flag("What goes over it between hosts is encrypted.")


FROM_COMPOSE = Source(
    of=ComposeService,
    each=Block("compose/service"),
    reads={
        ComposeService.image: "image",
        ComposeService.image_tagged: "build != `null` || !matches(not_null(image, 'none'), '^[^@]*:latest$|^([^/@]*/)*[^/:@]+$')",
        ComposeService.privileged: "flag(not_null(privileged, `false`))",
        ComposeService.mounts: "volumes[?type=='bind'].source",
        ComposeService.host_network: "not_null(network_mode, '') == 'host'",
        ComposeService.default_bridge: "not_null(network_mode, '') == 'bridge'",
        ComposeService.host_pid: "not_null(pid, '') == 'host'",
        ComposeService.host_ipc: "not_null(ipc, '') == 'host'",
        ComposeService.host_uts: "not_null(uts, '') == 'host'",
        ComposeService.host_users: "not_null(userns_mode, '') == 'host'",
        ComposeService.adds: "cap_add[].upper(@)",
        ComposeService.drops: "cap_drop[].upper(@)",
        ComposeService.no_new_privileges: "length(not_null(security_opt, `[]`)[?matches(@, '^no-new-privileges([:=]true)?$')]) > `0`",
        ComposeService.unconfined: "length(not_null(security_opt, `[]`)[?matches(@, '(seccomp|apparmor)[:=]unconfined|label[:=]disable')]) > `0`",
        ComposeService.user: "user",
        ComposeService.read_only: "flag(not_null(read_only, `false`))",
        ComposeService.memory: "not_null(mem_limit, deploy.resources.limits.memory)",
        ComposeService.cpus: "not_null(cpus, cpu_quota, cpu_shares, deploy.resources.limits.cpus)",
        ComposeService.processes: "not_null(pids_limit, deploy.resources.limits.pids)",
        ComposeService.ports: "ports[].published",
        ComposeService.open_ports: "length(not_null(ports, `[]`)[?published != `null` && (host_ip == `null` || host_ip == '0.0.0.0' || host_ip == '::')]) > `0`",
        ComposeService.devices: "length(not_null(devices, `[]`)) > `0`",
        ComposeService.health_checked: "healthcheck != `null` && !(healthcheck.disable)",
        ComposeService.literal_secrets: "length(values(not_null(environment, `{}`))[?secret && literal]) > `0`",
        ComposeService.restart: "restart",
        ComposeService.shared_mounts: "length(not_null(volumes, `[]`)[?matches(not_null(propagation, ''), 'shared$')]) > `0`",
    },
    shows=[
        Shown(
            text="""
services:
  web:
    image: nginx
    ports: ["80:80"]
""",
            gives=ComposeService(
                "services.web",
                image="nginx",
                image_tagged=False,
                privileged=False,
                mounts=frozenset(),
                host_network=False,
                default_bridge=False,
                host_pid=False,
                host_ipc=False,
                host_uts=False,
                host_users=False,
                adds=frozenset(),
                drops=frozenset(),
                no_new_privileges=False,
                unconfined=False,
                user=None,
                read_only=False,
                memory=None,
                cpus=None,
                processes=None,
                ports=frozenset({80}),
                open_ports=True,
                devices=False,
                health_checked=False,
                literal_secrets=False,
                restart=None,
                shared_mounts=False,
            ),
        ),
        Shown(
            text="""
services:
  web:
    image: nginx:1.27@sha256:0123
    privileged: true
    network_mode: host
    pid: host
    ipc: host
    uts: host
    userns_mode: host
    cap_add: [sys_admin]
    cap_drop: [all]
    security_opt: ["no-new-privileges:true", "seccomp:unconfined"]
    user: "10001"
    read_only: true
    mem_limit: 64m
    cpus: "0.5"
    pids_limit: 100
    restart: always
    ports: ["127.0.0.1:8080:80"]
    devices: ["/dev/sda:/dev/sda"]
    healthcheck: {test: ["CMD", "true"]}
    volumes: ["/var/run/docker.sock:/var/run/docker.sock"]
    environment: {DB_PASSWORD: hunter2}
""",
            gives=ComposeService(
                "services.web",
                image="nginx:1.27@sha256:0123",
                image_tagged=True,
                privileged=True,
                mounts=frozenset({"/var/run/docker.sock"}),
                host_network=True,
                default_bridge=False,
                host_pid=True,
                host_ipc=True,
                host_uts=True,
                host_users=True,
                adds=frozenset({"SYS_ADMIN"}),
                drops=frozenset({"ALL"}),
                no_new_privileges=True,
                unconfined=True,
                user="10001",
                read_only=True,
                memory="64m",
                cpus="0.5",
                processes="100",
                ports=frozenset({8080}),
                open_ports=False,
                devices=True,
                health_checked=True,
                literal_secrets=True,
                restart="always",
                shared_mounts=False,
            ),
        ),
    ],
)


NETWORK_FROM_COMPOSE = Source(
    of=ComposeNetwork,
    each=Block("compose/network"),
    reads={
        ComposeNetwork.driver: "not_null(driver, 'bridge')",
        ComposeNetwork.encrypted: "driver_opts.encrypted != `null`",
    },
    shows=[
        Shown(
            text="""
services:
  web: {image: nginx, networks: [back]}
networks:
  back: {driver: bridge}
""",
            gives=ComposeNetwork("networks.back", driver="bridge", encrypted=False),
        ),
        Shown(
            text="""
services:
  web: {image: nginx, networks: [back]}
networks:
  back: {driver: overlay, driver_opts: {encrypted: ""}}
""",
            gives=ComposeNetwork("networks.back", driver="overlay", encrypted=True),
        ),
    ],
)
