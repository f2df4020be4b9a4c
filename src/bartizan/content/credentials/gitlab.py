"""Tokens of GitLab, on gitlab.com and on servers of one's own."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GITLAB_PERSONAL_TOKEN = Credential(
    id="secret-gitlab-personal-token",
    title="GitLab personal access token",
    service="GitLab",
    severity=Severity.CRITICAL,
    keywords=("glpat-",),
    expression=dashed(r"glpat-[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="gitlab-classic",
    grants="Whoever holds it acts as a user, project or group on the server, within its scopes.",
    revoke=(
        "Revoke it in the access tokens of the user, project or group, and look through the audit "
        "events for what it did."
    ),
    also=("gitlab-pat",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('token = "glpat-rnl·DZVumujTaLkq8uBZk"',),
    ignores=(
        'token = "glpat-012·3456789abcdefghij"',
        'token = "glpat-07G·H0ryeJB"',
    ),
)

GITLAB_ROUTABLE_TOKEN = Credential(
    id="secret-gitlab-routable-token",
    title="GitLab routable token",
    service="GitLab",
    severity=Severity.CRITICAL,
    keywords=("glpat-", "glrt-", "glrtr-", "gldt-", "glagent-", "glptt-", "glcbt-"),
    expression=token(r"gl(?:pat|rtr?|dt|agent|ptt|cbt)-[0-9A-Za-z_-]{27,300}\.[0-9a-z]{2}\.[0-9a-z]{9}"),
    entropy=3.0,
    check="gitlab-routable",
    grants="Whoever holds it acts as the user, project or runner it was made for.",
    revoke=(
        "Revoke it in the access tokens of the user, project or group, and look through the audit "
        "events for what it did."
    ),
    also=("gitlab-pat-routable", "gitlab-runner-authentication-token-routable"),
    source="https://docs.gitlab.com/security/tokens/",
    finds=(
        "GITLAB_TOKEN=glpat-cPb·GwIapwcq2VWmmcoO7cm86MQp1OjI4cHVtCw.01.1214x8wnx",
        'token: "glrt-t1_uO_·CPq9zw_-ztiHgEwaYp286MQp1OnU0cGUK.01.10071wcwv"',
    ),
    ignores=(
        "glpat-Yt_·X2aQIp_hwqfP7ZZQvJ·Gdkw3t4WFPX6aAAY.01.0ls4·niflk",
        "GITLAB_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "GITLAB_TOKEN=glpat-ygJ·6i1_0LI5bUUIc3Xz8Z2",
    ),
)

GITLAB_DEPLOY_TOKEN = Credential(
    id="secret-gitlab-deploy-token",
    title="GitLab deploy token",
    service="GitLab",
    severity=Severity.HIGH,
    keywords=("gldt-",),
    expression=dashed(r"gldt-[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="gitlab-classic",
    grants=(
        "Whoever holds it reads the code, packages or images of a project or group, and with write "
        "scopes replaces packages and images."
    ),
    revoke="Revoke it in the repository settings under Deploy tokens.",
    also=("gitlab-deploy-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('token = "gldt-evB·SzD_2Ycs44c668j3B"',),
    ignores=(
        'token = "gldt-012·3456789abcdefghij"',
        'token = "gldt-wAQ·q52KtKr"',
    ),
)

GITLAB_RUNNER_TOKEN = Credential(
    id="secret-gitlab-runner-token",
    title="GitLab runner authentication token",
    service="GitLab",
    severity=Severity.HIGH,
    keywords=("glrt-", "glrtr-"),
    expression=dashed(r"glrtr?-(?:t[0-9]_)?[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="gitlab-classic",
    grants=(
        "Whoever holds it poses as the runner: it takes jobs, with the code and the variables that come with them."
    ),
    revoke="Reset the token of the runner, and look through the jobs it took.",
    also=("gitlab-runner-authentication-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=(
        'token = "glrt-WOC·m9ZObsMqJYUk065Vf"',
        "runnerToken: glrt-t3_i5x·HHU_RpxCiin77w4N7",
    ),
    ignores=(
        'token = "glrt-012·3456789abcdefghij"',
        'token = "glrt-zbL·PR8JGsF"',
    ),
)

GITLAB_REGISTRATION_TOKEN = Credential(
    id="secret-gitlab-registration-token",
    title="GitLab runner registration token",
    service="GitLab",
    severity=Severity.HIGH,
    keywords=("gr1348941",),
    expression=dashed(r"GR1348941[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it registers runners of their own, and receives jobs with their code and variables.",
    revoke="Reset the registration token, and use runner authentication tokens.",
    also=("gitlab-rrt",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=("--registration-token GR1348941s6u·D1YIYP3_Guz5Dxzyw",),
    ignores=(
        "--registration-token GR1348941012·3456789abcdefghij",
        "--registration-token GR1348941fO1·JyJ6rhM",
    ),
)

GITLAB_TRIGGER_TOKEN = Credential(
    id="secret-gitlab-trigger-token",
    title="GitLab pipeline trigger token",
    service="GitLab",
    severity=Severity.MEDIUM,
    keywords=("glptt-",),
    expression=token(r"glptt-[0-9a-f]{40}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it starts pipelines with variables of their choice.",
    revoke="Revoke it in the CI/CD settings under Pipeline trigger tokens.",
    also=("gitlab-ptt",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=("curl -X POST -F token=glptt-548·67e5c2a16e195d8f6149·37218e9993cc4ca15 -F ref=main $URL",),
    ignores=(
        "curl -X POST -F token=glptt-012·3456789abcdef0123456·789abcdef01234567 -F ref=main $URL",
        "curl -X POST -F token=glptt-221·0804972f4740aed54 -F ref=main $URL",
    ),
)

GITLAB_JOB_TOKEN = Credential(
    id="secret-gitlab-job-token",
    title="GitLab CI/CD job token",
    service="GitLab",
    severity=Severity.MEDIUM,
    keywords=("glcbt-",),
    expression=dashed(r"glcbt-[0-9A-Za-z]{1,5}_[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="gitlab-classic",
    grants="Whoever holds it acts as a job until that job ends.",
    revoke="Cancel the job if it still runs, and find out what printed the token.",
    also=("gitlab-cicd-job-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=("CI_JOB_TOKEN: glcbt-64_h8V·ayJR7dnGdN2V1fr6u",),
    ignores=(
        "CI_JOB_TOKEN: glcbt-64_012·3456789abcdefghij",
        "CI_JOB_TOKEN: glcbt-64_xPk·FdB6L-Q",
    ),
)

GITLAB_FEED_TOKEN = Credential(
    id="secret-gitlab-feed-token",
    title="GitLab feed token",
    service="GitLab",
    severity=Severity.MEDIUM,
    keywords=("glft-",),
    expression=dashed(r"glft-[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="gitlab-classic",
    grants="Whoever holds it reads the activity and calendar feeds of a user, with issues of private projects.",
    revoke="Reset the feed token in the user preferences under Access tokens.",
    also=("gitlab-feed-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('token = "glft-E86·9Ie8jL65OptrpiX8i"',),
    ignores=(
        'token = "glft-012·3456789abcdefghij"',
        'token = "glft-IjG·a5pfi80"',
    ),
)

GITLAB_MAIL_TOKEN = Credential(
    id="secret-gitlab-mail-token",
    title="GitLab incoming mail token",
    service="GitLab",
    severity=Severity.LOW,
    keywords=("glimt-",),
    expression=dashed(r"glimt-[0-9A-Za-z_-]{25}"),
    entropy=3.0,
    check="gitlab-classic",
    grants="Whoever holds it files issues by mail in the name of a user.",
    revoke="Reset the incoming email token in the user preferences.",
    also=("gitlab-incoming-mail-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('token = "glimt-fp4·nKUR-uFO5c8t-M7pd8EEYY"',),
    ignores=(
        'token = "glimt-012·3456789abcdefghijklmno"',
        'token = "glimt-5H2·prLxRLXEo"',
    ),
)

GITLAB_AGENT_TOKEN = Credential(
    id="secret-gitlab-agent-token",
    title="GitLab agent for Kubernetes token",
    service="GitLab",
    severity=Severity.HIGH,
    keywords=("glagent-",),
    expression=dashed(r"glagent-[0-9A-Za-z_-]{50}"),
    entropy=3.0,
    check="gitlab-classic",
    grants="Whoever holds it poses as the agent of a cluster, and is sent what is meant to be deployed there.",
    revoke="Revoke it in the settings of the agent, after giving it a new one.",
    also=("gitlab-kubernetes-agent-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('token = "glagent-7o6·Kn9zGgJlnlSP_cZ6vjqewReld·2-xQ0ZQ5D1rt0byex6PEUo"',),
    ignores=(
        'token = "glagent-012·3456789abcdefghijklmnopqr·stuvwxyzABCDEFGHIJKLMN"',
        'token = "glagent-14f·0rLWOusAxtZiwGvKzdbMPA"',
    ),
)

GITLAB_SCIM_TOKEN = Credential(
    id="secret-gitlab-scim-token",
    title="GitLab SCIM token",
    service="GitLab",
    severity=Severity.HIGH,
    keywords=("glsoat-",),
    expression=dashed(r"glsoat-[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="gitlab-classic",
    grants="Whoever holds it creates, changes and removes the accounts of a group.",
    revoke="Reset the SCIM token in the SAML settings of the group.",
    also=("gitlab-scim-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('token = "glsoat-9nv·4gpGpJHJ6t6H-BJX1"',),
    ignores=(
        'token = "glsoat-012·3456789abcdefghij"',
        'token = "glsoat-zgD·5ajOHDu"',
    ),
)

GITLAB_FEATURE_FLAG_TOKEN = Credential(
    id="secret-gitlab-feature-flag-token",
    title="GitLab feature flags client token",
    service="GitLab",
    severity=Severity.LOW,
    keywords=("glffct-",),
    expression=dashed(r"glffct-[0-9A-Za-z_-]{20}"),
    entropy=3.0,
    check="gitlab-classic",
    grants="Whoever holds it reads the feature flags of a project.",
    revoke="Reset the instance ID in the settings of the feature flags.",
    also=("gitlab-feature-flag-client-token",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('token = "glffct-sHt·QjlMnAecGOP5NvowP"',),
    ignores=(
        'token = "glffct-012·3456789abcdefghij"',
        'token = "glffct-gTy·ApHKNbd"',
    ),
)

GITLAB_OAUTH_SECRET = Credential(
    id="secret-gitlab-oauth-secret",
    title="GitLab OAuth application secret",
    service="GitLab",
    severity=Severity.HIGH,
    keywords=("gloas-",),
    expression=token(r"gloas-[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it can exchange codes for tokens in the name of the application.",
    revoke="Renew the secret in the settings of the application.",
    also=("gitlab-oauth-app-secret",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=('client_secret: "gloas-e16·4f12563abc91fa327571ffcc7b4011d7·45ca334eb5607ca0cec863c5cda33"',),
    ignores=(
        'client_secret: "gloas-012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef"',
        'client_secret: "gloas-ccb·eba96e7a6b78da584362aeced053a"',
    ),
)

GITLAB_SESSION_COOKIE = Credential(
    id="secret-gitlab-session-cookie",
    title="GitLab session cookie",
    service="GitLab",
    severity=Severity.HIGH,
    keywords=("_gitlab_session=",),
    expression=r"_gitlab_session=(?P<secret>[0-9a-f]{32})\b",
    entropy=3.0,
    check="random",
    grants="Whoever holds it is signed in as the user until the session ends.",
    revoke="Sign the session out under Active sessions.",
    also=("gitlab-session-cookie",),
    source="https://docs.gitlab.com/security/tokens/",
    finds=("Cookie: _gitlab_session=272·de0a33ba6b1c7f12179c8a468055d",),
    ignores=(
        "Cookie: _gitlab_session=012·3456789abcdef0123456789abcdef",
        "Cookie: _gitlab_session=d15·0c0f382254726",
    ),
)
