"""Read the publishing credentials of an app and take its identity."""

from bartizan.content.kinds.azure.app_web import App
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-app-publishing-credentials",
    title="Read the publishing credentials of an app and take its identity",
    technique="T1552.001",
    actor=Principal,
    move=Act(on=App, uses=(Use(actions=("Microsoft.Web/sites/publishxml/action",)),), gains=App.identity),
    where=App.basic_authentication,
    because=(
        "The publishing profile holds a name and a password that change the code of the app and open its "
        "console. Code in the app is given tokens of its identity."
    ),
    fix=("Turn basic authentication of the publishing endpoints off, and leave publishxml/action out of roles."),
    weight=1.0,
    reaches=[
        (
            user(),
            role("Website Contributor"),
            resource_group(),
            subscription(),
            *holding(App, web=True, basic_authentication=True),
        ),
        (
            user(),
            group("ann"),
            role("Website Contributor", to="operators"),
            resource_group(),
            *holding(App, web=True, basic_authentication=True),
        ),
    ],
    blocked=[
        (user(), role("Reader"), resource_group(), *holding(App, web=True, basic_authentication=True)),
        (
            user(),
            role("Website Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(App, web=True, basic_authentication=True),
        ),
        (user(), role("Website Contributor"), resource_group(), bare(App, web=True, basic_authentication=True)),
        (user(), role("Website Contributor"), resource_group(), *holding(App, web=True, basic_authentication=False)),
    ],
)
