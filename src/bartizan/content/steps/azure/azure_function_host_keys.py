"""Read the master key of a function app and take its identity."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-function-host-keys",
    title="Read the master key of a function app and take its identity",
    technique="T1552",
    actor=Principal,
    move=Act(on=App, uses=(Use(actions=("Microsoft.Web/sites/host/listkeys/action",)),), gains=App.identity),
    where=~App.web,
    because=(
        "The master key opens the administration interface of the runtime, through which the files of "
        "functions are changed. Changed code is given tokens of the identity of the app."
    ),
    fix=("Leave host/listkeys/action out of roles; deploy from a package, which cannot be changed."),
    weight=1.0,
    reaches=[
        (user(), role("Website Contributor"), resource_group(), subscription(), *holding(App, web=False)),
        (user(), group("ann"), role("Website Contributor", to="operators"), resource_group(), *holding(App, web=False)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(App, web=False)),
        (
            user(),
            role("Website Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(App, web=False),
        ),
        (user(), role("Website Contributor"), resource_group(), bare(App, web=False)),
        (user(), role("Website Contributor"), resource_group(), *holding(App, web=True)),
    ],
)
