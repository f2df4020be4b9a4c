"""Credentials of Docker."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

DOCKER_CONFIG_AUTH = Credential(
    id="secret-docker-config-auth",
    title="registry login of a Docker configuration",
    service="Docker",
    severity=Severity.HIGH,
    keywords=('"auth"',),
    expression=r"\"auth\"\s{0,5}:\s{0,5}\"(?P<secret>[0-9A-Za-z+/]{12,}={0,2})\"",
    entropy=3.0,
    check="basic",
    grants=(
        "Whoever holds it pulls from the registry, and often pushes: it is the user name and the "
        "password, merely encoded."
    ),
    revoke="Change the password, and use a credential helper.",
    source="https://docs.docker.com/reference/cli/docker/login/",
    finds=('{"auths": {"registry.harbour.io": {"auth": "a2Vlc·GVyOkhFYXE4bzZzUnMxNEpzdVRLVw=="}}}',),
    ignores=(
        '{"auths": {"registry.harbour.io": {"au·th": "dXNlcjpwYXNzd29yZA=="}}}',
        '{"auths": {"registry.harbour.io": {"au·th": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}}}',
        '{"auths": {"registry.harbour.io": {"auth": "a2Vlc·GVyOkJleDd6b"}}}',
    ),
)

DOCKER_SWARM_TOKEN = Credential(
    id="secret-docker-swarm-token",
    title="Docker Swarm join token",
    service="Docker",
    severity=Severity.HIGH,
    keywords=("swmtkn-1-",),
    expression=token(r"SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}"),
    entropy=3.0,
    check="random",
    grants=(
        "Whoever holds it and reaches the swarm joins a machine to it, with a manager token one that "
        "controls all others."
    ),
    revoke="Rotate it with docker swarm join-token --rotate.",
    source="https://docs.docker.com/reference/cli/docker/swarm/join-token/",
    finds=(
        (
            "docker swarm join --token SWMTKN-1-dyb·x7lc15fc50lzz99u97bvh9gdq·bsom4yvobs1j1bv2n6vna3-"
            "h0c·f92ov96abmkqyluycl0zwv 10.0.0.4:2377"
        ),
    ),
    ignores=(
        (
            "docker swarm join --token SWMTKN-1-abc·defghijklmnopqrstuvwxyz01·23456789abcdefghijklmn-"
            "abc·defghijklmnopqrstuvwxy 10.0.0.4:2377"
        ),
        "docker swarm join --token SWMTKN-1-tgi·6ttwoy9qyvlcmkrvv1vaao-8ni·9ieg0psse 10.0.0.4:2377",
    ),
)

DOCKER_SWARM_UNLOCK_KEY = Credential(
    id="secret-docker-swarm-unlock-key",
    title="Docker Swarm unlock key",
    service="Docker",
    severity=Severity.HIGH,
    keywords=("swmkey-1-",),
    expression=dashed(r"SWMKEY-1-[0-9A-Za-z+/]{43}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it and the disk of a manager reads the secrets of the swarm.",
    revoke="Rotate it with docker swarm unlock-key --rotate.",
    source="https://docs.docker.com/engine/swarm/swarm_manager_locking/",
    finds=("SWMKEY-1-1AX·/49jVindUg/6LLkACWCRK·54HkVbnJFhZFhaWVeau",),
    ignores=(
        "SWMKEY-1-012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG",
        "SWMKEY-1-38C·IUOn08ffxaP/VFkWuy",
    ),
)
