"""Credentials of Red Hat."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OPENSHIFT_TOKEN = Credential(
    id="secret-openshift-token",
    title="OpenShift user token",
    service="Red Hat",
    severity=Severity.HIGH,
    keywords=("sha256~",),
    expression=r"\b(?P<secret>sha256~[0-9A-Za-z_-]{43})(?:[^0-9A-Za-z_-]|$)",
    entropy=3.0,
    check="random",
    grants="Whoever holds it and reaches the cluster acts as the user, for a day if nothing else was set.",
    revoke="Delete the token with oc delete oauthaccesstoken, or log out.",
    also=("openshift-user-token",),
    source="https://docs.redhat.com/en/documentation/openshift_container_platform/",
    finds=(
        ("oc login --token=sha256~Jm3·icS0lvEkprrVS2vzJfHfz·kinriSaodzPrQU-YUNv --server=https:·//api.harbour.io:6443"),
    ),
    ignores=(
        ("oc login --token=sha256~012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG --server=https:·//api.harbour.io:6443"),
        "oc login --token=sha256~Iyr·8UbbfliXjmHQBabwpk --server=https:·//api.harbour.io:6443",
    ),
)
