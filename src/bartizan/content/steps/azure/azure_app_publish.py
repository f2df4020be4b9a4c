"""Publish code to an app and take its identity."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-app-publish",
    title="Publish code to an app and take its identity",
    technique="T1648",
    references=("BloodHound AZWebsiteContributor",),
    actor=Principal,
    move=Act(on=App, uses=(Use(actions=("Microsoft.Web/sites/publish/action",)),), gains=App.identity),
    because=(
        "The deployment endpoint of an app, Kudu, takes code and runs commands for whoever may publish. What "
        "runs there is given tokens of the identity of the app."
    ),
    fix=("Give publish/action to the deployment pipeline alone."),
    weight=1.0,
    reaches=[
        (user(), role("Website Contributor"), resource_group(), subscription(), *holding(App, web=True)),
        (user(), group("ann"), role("Website Contributor", to="operators"), resource_group(), *holding(App, web=True)),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(App, web=True)),
        (
            user(),
            role("Website Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(App, web=True),
        ),
        (user(), role("Website Contributor"), resource_group(), bare(App, web=True)),
    ],
)
