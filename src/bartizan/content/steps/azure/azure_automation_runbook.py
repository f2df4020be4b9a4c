"""Change a runbook and run it with the identity of its account."""

from bartizan.content.kinds.azure.integration import AutomationAccount
from bartizan.content.kinds.azure.principal import Principal
from bartizan.content.steps.azure.scene import bare, group, holding, resource_group, role, subscription, user
from bartizan.core.step import Act, Step, Use

STEP = Step(
    id="azure-automation-runbook",
    title="Change a runbook and run it with the identity of its account",
    technique="T1648",
    references=("BloodHound AZAutomationContributor",),
    actor=Principal,
    move=Act(
        on=AutomationAccount,
        uses=(
            Use(
                actions=(
                    "Microsoft.Automation/automationAccounts/runbooks/draft/write",
                    "Microsoft.Automation/automationAccounts/runbooks/publish/action",
                    "Microsoft.Automation/automationAccounts/jobs/write",
                )
            ),
        ),
        gains=AutomationAccount.identity,
    ),
    because=(
        "A job runs the script of its runbook with the identity of the automation account, which mostly has "
        "rights on whole subscriptions."
    ),
    fix=(
        "Let people start jobs with Automation Operator only, and give the identity of the account no more "
        "than its scripts need."
    ),
    weight=1.0,
    reaches=[
        (user(), role("Contributor"), resource_group(), subscription(), *holding(AutomationAccount)),
        (user(), group("ann"), role("Contributor", to="operators"), resource_group(), *holding(AutomationAccount)),
    ],
    blocked=[
        (user(), role("Automation Operator"), resource_group(), *holding(AutomationAccount)),
        (
            user(),
            role("Contributor", on="other"),
            resource_group("other"),
            resource_group(),
            *holding(AutomationAccount),
        ),
        (user(), role("Contributor"), resource_group(), bare(AutomationAccount)),
    ],
)
