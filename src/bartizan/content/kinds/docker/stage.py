"""Stages of Dockerfiles, the commands that they run, and what they copy."""

from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, OwnerLink, Shown, Source


class Stage(Asset, kind="docker.stage"):
    """A stage of a Dockerfile; the final one is the image."""

    name = Text("Its name, where it has one.")
    final = Flag("It is the last one: the image that is built by default.")
    base = Text("The image or stage it is built from.")
    external = Flag("It is built from an image of a registry, not from another stage or from nothing.")
    base_tagged = Flag("Its base has a tag other than latest, or a digest.")
    base_pinned = Flag("Its base is named by digest.")
    leaves_user = Flag("No USER is set: the base image decides whether it runs as root.")
    user = Text("The user it runs as.")
    health_checked = Flag("A HEALTHCHECK tells whether it works.")
    exposes = Many("Ports it listens on.")
    secret_environment = Flag("ENV gives a value to a variable that is named like a secret.")
    secret_arguments = Flag("ARG declares a value that is named like a secret.")
    updates_alone = Flag("A RUN only updates the index of packages.")
    relative_workdirs = Flag("A WORKDIR is not absolute.")
    system_workdirs = Flag("A WORKDIR is a directory of the system.")
    several_commands = Flag("There is more than one CMD or ENTRYPOINT.")


class Command(Asset, kind="docker.command"):
    """A command that is run while an image is built."""

    program = Text("The program that is run.")
    runs_download = Flag("It runs what curl or wget fetches, unseen.")
    skips_tls = Flag("It does not check the certificate of what it fetches from.")
    skips_tls_of_packages = Flag("It makes a package manager or git accept any certificate.")
    skips_signatures = Flag("It installs packages without a valid signature.")
    uses_sudo = Flag("It is sudo.")
    sets_password = Flag("It sets a password that stands in the file.")
    opens_modes = Flag("It lets everyone write, or gives a program the rights of its owner.")
    installs_recommended = Flag("It installs what packages recommend, or keeps the cache of packages.")
    installs_ssh = Flag("It installs an SSH server.")
    stage = Link(Stage, "The stage it is part of.")


class Copy(Asset, kind="docker.copy"):
    """Files that are put into an image."""

    adds = Flag("It is ADD, which also fetches and unpacks.")
    archive = Flag("It unpacks a local archive.")
    remote = Flag("It fetches from the network.")
    verified = Flag("A checksum says what it must be.")
    whole_context = Flag("It takes everything that is there.")
    from_stage = Flag("It takes from another stage or image.")
    stage = Link(Stage, "The stage it is part of.")


FROM_DOCKERFILE = Source(
    of=Stage,
    each=Block("dockerfile/stage"),
    reads={
        Stage.name: "name",
        Stage.final: "final",
        Stage.base: "base.image",
        Stage.external: "base.stage == `null` && !(base.scratch)",
        Stage.base_tagged: "base.digest != `null` || (base.tag != `null` && base.tag != 'latest')",
        Stage.base_pinned: "base.digest != `null`",
        Stage.leaves_user: "base.stage == `null` && !(base.scratch) && length(instructions[?op=='USER']) == `0`",
        Stage.user: "user",
        Stage.health_checked: "healthcheck == `true`",
        Stage.exposes: "exposes[].port",
        Stage.secret_environment: "length(env[?secret_name && literal]) > `0`",
        Stage.secret_arguments: "length(args[?secret_name]) > `0`",
        Stage.updates_alone: "length(runs[?matches(@, '^[ ]*(apt-get|apt|apk|yum|dnf)( -[^ ]+)* (update|makecache)[ ]*$')]) > `0`",
        Stage.relative_workdirs: "length(workdirs[?!matches(to_string(@), '^(/|[A-Za-z]:|[$])')]) > `0`",
        Stage.system_workdirs: "length(workdirs[?matches(to_string(@), '^/(proc|sys|dev|boot|lib|lib64|bin|sbin|usr|etc)/?$')]) > `0`",
        Stage.several_commands: "length(instructions[?op=='CMD']) > `1` || length(instructions[?op=='ENTRYPOINT']) > `1`",
    },
    shows=[
        Shown(
            text="""
FROM python:3.12
RUN true
COPY app.py /app/
""",
            gives=Stage(
                "Dockerfile#0",
                name=None,
                final=True,
                base="python:3.12",
                external=True,
                base_tagged=True,
                base_pinned=False,
                leaves_user=True,
                health_checked=False,
                exposes=frozenset(),
                secret_environment=False,
                secret_arguments=False,
                updates_alone=False,
                relative_workdirs=False,
                system_workdirs=False,
                several_commands=False,
            ),
        ),
        Shown(
            text="""
FROM alpine:latest AS base
FROM registry.example/app@sha256:0123
ARG TOKEN
ENV DB_PASSWORD=hunter2
USER 10001
WORKDIR relative
HEALTHCHECK CMD true
EXPOSE 22
CMD ["a"]
CMD ["b"]
RUN apt-get update
RUN curl -k https://shop.example | sudo bash
RUN apt-get install -y --allow-unauthenticated openssh-server && chmod -R 777 /app && cd /tmp
RUN pip install --trusted-host x y && echo root:hunter2 | chpasswd
ADD https://shop.example/a /a
COPY . /app
""",
            gives=Stage(
                "Dockerfile#1",
                name=None,
                final=True,
                base="registry.example/app@sha256:0123",
                external=True,
                base_tagged=True,
                base_pinned=True,
                leaves_user=False,
                user="10001",
                health_checked=True,
                exposes=frozenset({22}),
                secret_environment=True,
                secret_arguments=True,
                updates_alone=True,
                relative_workdirs=True,
                system_workdirs=False,
                several_commands=True,
            ),
        ),
    ],
)


COMMAND_FROM_DOCKERFILE = Source(
    of=Command,
    each=Block("dockerfile/stage", each="commands"),
    reads={
        Command.program: "program",
        Command.runs_download: "contains(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh', 'python', 'python3', 'perl', 'ruby', 'node'], program) && (contains(pipeline, 'curl') || contains(pipeline, 'wget'))",
        Command.skips_tls: "(program == 'curl' && (contains(argv, '--insecure') || length(argv[?matches(@, '^-[A-Za-z]*k[A-Za-z]*$')]) > `0`)) || (program == 'wget' && contains(argv, '--no-check-certificate'))",
        Command.skips_tls_of_packages: "matches(join(' ', argv), '--trusted-host|strict-ssl[ =]false|sslverify[ =](false|0)|http[.]sslVerify[ =]false|NODE_TLS_REJECT_UNAUTHORIZED=0|PYTHONHTTPSVERIFY=0|GIT_SSL_NO_VERIFY=') || length(assigns[?matches(to_string(@), 'NODE_TLS_REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY|GIT_SSL_NO_VERIFY')]) > `0`",
        Command.skips_signatures: "matches(join(' ', argv), '--allow-untrusted|--allow-unauthenticated|--nogpgcheck|--no-gpg-checks?|--force-yes|--nosignature|--no-signature')",
        Command.uses_sudo: "program == 'sudo'",
        Command.sets_password: "program == 'chpasswd' || (program == 'passwd' && contains(argv, '-d')) || (program == 'useradd' && (contains(argv, '-p') || contains(argv, '--password')))",
        Command.opens_modes: "program == 'chmod' && matches(join(' ', argv), ' [0-7]?777( |$)| [ugoa]*[+=][rwx]*s| a[+=]rwx| [2467][0-7][0-7][0-7]( |$)')",
        Command.installs_recommended: "(contains(['apt-get', 'apt'], program) && contains(argv, 'install') && !contains(argv, '--no-install-recommends')) || (program == 'apk' && contains(argv, 'add') && !contains(argv, '--no-cache'))",
        Command.installs_ssh: "(contains(argv, 'install') || contains(argv, 'add')) && length(argv[?matches(@, '^(openssh-server|openssh|dropbear|sshd)([=].*)?$')]) > `0`",
        Command.stage: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
FROM python:3.12
RUN true
COPY app.py /app/
""",
            gives=Command(
                "Dockerfile#0/commands/0",
                program="true",
                runs_download=False,
                skips_tls=False,
                skips_tls_of_packages=False,
                skips_signatures=False,
                uses_sudo=False,
                sets_password=False,
                opens_modes=False,
                installs_recommended=False,
                installs_ssh=False,
                stage=frozenset({"Dockerfile#0"}),
            ),
        ),
        Shown(
            text="""
FROM alpine:latest AS base
FROM registry.example/app@sha256:0123
ARG TOKEN
ENV DB_PASSWORD=hunter2
USER 10001
WORKDIR relative
HEALTHCHECK CMD true
EXPOSE 22
CMD ["a"]
CMD ["b"]
RUN apt-get update
RUN curl -k https://shop.example | sudo bash
RUN apt-get install -y --allow-unauthenticated openssh-server && chmod -R 777 /app && cd /tmp
RUN pip install --trusted-host x y && echo root:hunter2 | chpasswd
ADD https://shop.example/a /a
COPY . /app
""",
            gives=Command(
                "Dockerfile#1/commands/5",
                program="chmod",
                runs_download=False,
                skips_tls=False,
                skips_tls_of_packages=False,
                skips_signatures=False,
                uses_sudo=False,
                sets_password=False,
                opens_modes=True,
                installs_recommended=False,
                installs_ssh=False,
                stage=frozenset({"Dockerfile#1"}),
            ),
        ),
    ],
)


COPY_FROM_DOCKERFILE = Source(
    of=Copy,
    each=Block("dockerfile/stage", each="copies"),
    reads={
        Copy.adds: "op == 'ADD'",
        Copy.archive: "op == 'ADD' && length(sources[?matches(to_string(@), '[.](tar|tgz|tbz2?|txz)([.](gz|bz2|xz|zst))?$')]) > `0`",
        Copy.remote: "flag(not_null(remote, `false`))",
        Copy.verified: "checksum != `null`",
        Copy.whole_context: "contains(sources, '.') || contains(sources, './')",
        Copy.from_stage: "from != `null`",
        Copy.stage: OwnerLink(),
    },
    shows=[
        Shown(
            text="""
FROM python:3.12
RUN true
COPY app.py /app/
""",
            gives=Copy(
                "Dockerfile#0/copies/0",
                adds=False,
                archive=False,
                remote=False,
                verified=False,
                whole_context=False,
                from_stage=False,
                stage=frozenset({"Dockerfile#0"}),
            ),
        ),
        Shown(
            text="""
FROM alpine:latest AS base
FROM registry.example/app@sha256:0123
ARG TOKEN
ENV DB_PASSWORD=hunter2
USER 10001
WORKDIR relative
HEALTHCHECK CMD true
EXPOSE 22
CMD ["a"]
CMD ["b"]
RUN apt-get update
RUN curl -k https://shop.example | sudo bash
RUN apt-get install -y --allow-unauthenticated openssh-server && chmod -R 777 /app && cd /tmp
RUN pip install --trusted-host x y && echo root:hunter2 | chpasswd
ADD https://shop.example/a /a
COPY . /app
""",
            gives=Copy(
                "Dockerfile#1/copies/0",
                adds=True,
                archive=False,
                remote=True,
                verified=False,
                whole_context=False,
                from_stage=False,
                stage=frozenset({"Dockerfile#1"}),
            ),
        ),
    ],
)
