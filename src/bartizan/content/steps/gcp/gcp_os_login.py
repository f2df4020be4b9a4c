"""Log in to a machine through OS Login."""

from bartizan.content.kinds.gcp.compute_instance import Instance
from bartizan.content.kinds.gcp.iam_identity import Identity
from bartizan.content.steps.gcp.scene import OTHER, able, account, deny
from bartizan.core.step import Act, Step, Upon, Use

HELD = (Instance("it", name="web", project="shop", account=frozenset({"admin"}), os_login_off=False), account("admin"))

STEP = Step(
    id="gcp-os-login",
    title="Log in to a machine through OS Login",
    technique="T1021.004",
    actor=Identity,
    move=Act(
        on=Instance,
        uses=(
            Use(actions=("compute.instances.osAdminLogin",)),
            Use(actions=("iam.serviceAccounts.actAs",), upon=Upon.GAINED),
        ),
        gains=Instance.account,
    ),
    where=~Instance.os_login_off,
    because=(
        "OS Login lets in as root whoever holds this permission, and the metadata server hands out tokens of the "
        "account of the machine."
    ),
    fix="Grant roles/compute.osLogin on single machines, and osAdminLogin to administrators.",
    reaches=[(*able("compute.instances.osAdminLogin", "iam.serviceAccounts.actAs"), *HELD)],
    blocked=[
        (*able("resourcemanager.projects.get"), *HELD),
        (
            *able("compute.instances.osAdminLogin", "iam.serviceAccounts.actAs"),
            Instance("it", name="web", project="shop", account=frozenset(), os_login_off=False),
            account("admin"),
        ),
        (
            *able("compute.instances.osAdminLogin", "iam.serviceAccounts.actAs"),
            OTHER,
            Instance("it", name="web", project="other", account=frozenset({"far"}), os_login_off=False),
            account("far", "other"),
        ),
        (*able("compute.instances.osAdminLogin"), *HELD),
        (
            *able("compute.instances.osAdminLogin", "iam.serviceAccounts.actAs"),
            *HELD,
            deny("iam.googleapis.com/serviceAccounts.actAs"),
        ),
        (
            *able("compute.instances.osAdminLogin", "iam.serviceAccounts.actAs"),
            Instance("it", name="web", project="shop", account=frozenset({"admin"}), os_login_off=True),
            account("admin"),
        ),
    ],
)
