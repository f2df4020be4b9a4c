"""Tokens of GitHub."""

from bartizan.content.credentials.spelling import HEX40, keyed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GITHUB_PERSONAL_TOKEN = Credential(
    id="secret-github-personal-token",
    title="GitHub personal access token",
    service="GitHub",
    severity=Severity.CRITICAL,
    keywords=("ghp_",),
    expression=token(r"ghp_[0-9A-Za-z]{30,240}"),
    entropy=3.0,
    check="github",
    grants=(
        "Whoever holds it acts as the user who made it: reads private code, pushes, and often "
        "changes settings and workflows."
    ),
    revoke=(
        "Delete it under Settings, Developer settings, Personal access tokens, and look through the "
        "security log for what it did."
    ),
    also=("github-pat",),
    source="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
    finds=(
        "export GITHUB_TOKEN=ghp_SeE·ty4ks4rifyccmbEzYh·hGVM5h6Z82iZUnD",
        "git clone https:·//ghp_Kd0·stF0AaGM5qeDUcLQ4E·Hn4VpkPDe2VrsAz@github.com/harbour/lights.git",
    ),
    ignores=(
        "token: ghp_YNN·avARhSXL7S5ewyS3XK·cffzwuhomWAyY2O",
        "export GITHUB_TOKEN=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "export GITHUB_TOKEN=ghp_OJV·c1nsQaMmC7E5o",
    ),
)

GITHUB_FINE_GRAINED_TOKEN = Credential(
    id="secret-github-fine-grained-token",
    title="GitHub fine-grained personal access token",
    service="GitHub",
    severity=Severity.CRITICAL,
    keywords=("github_pat_",),
    expression=token(r"github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it reads or changes the repositories it was made for, as the user who made it.",
    revoke=(
        "Delete it under Settings, Developer settings, Personal access tokens, and look through the "
        "security log for what it did."
    ),
    also=("github-fine-grained-pat",),
    source=(
        "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github"
    ),
    finds=(
        (
            'GH_TOKEN: "github_pat_QeW·nBh7jubJu0c3kfRsjf2_HPC·szTfEg2794Acj9iOFHhWr8oj4cNS4·SEW74hsD'
            'hNVthWJalbT6QRhEqjj"'
        ),
    ),
    ignores=(
        'prefix = "githu·b_pat_"',
        (
            'GH_TOKEN: "github_pat_012·3456789abcdefghijkl_012·3456789abcdefghijklmnopqrstuv·wxyzABCD'
            'EFGHIJKLMNOPQRSTUVW"'
        ),
        'GH_TOKEN: "github_pat_CuD·SNBnAJhZ_dwP·24TdWU2GLeu0hzIzGxzt38jN45"',
    ),
)

GITHUB_OAUTH_TOKEN = Credential(
    id="secret-github-oauth-token",
    title="GitHub OAuth access token",
    service="GitHub",
    severity=Severity.CRITICAL,
    keywords=("gho_",),
    expression=token(r"gho_[0-9A-Za-z]{30,240}"),
    entropy=3.0,
    check="github",
    grants=(
        "Whoever holds it acts as the user who signed in to an application: the GitHub command line "
        "keeps one that may do nearly everything."
    ),
    revoke="Revoke it under Settings, Applications, Authorized OAuth apps, then sign in again.",
    also=("github-oauth",),
    source="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
    finds=("oauth_token: gho_Bgx·lburfv9nD1JvIzL4Jk·LvMoGhPXf2uCxpE",),
    ignores=(
        "gho_ghs·8Mtsfs6qjJQt4u3aq6·dNfwSOdNQru0g6J",
        "oauth_token: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "oauth_token: gho_iBm·9hP75lT6mabNK",
    ),
)

GITHUB_USER_TOKEN = Credential(
    id="secret-github-user-token",
    title="GitHub App user token",
    service="GitHub",
    severity=Severity.HIGH,
    keywords=("ghu_",),
    expression=token(r"ghu_[0-9A-Za-z]{30,240}"),
    entropy=3.0,
    check="github",
    grants=(
        "Whoever holds it acts as a user within the rights of an App, for up to eight hours unless "
        "expiry was turned off."
    ),
    revoke="Revoke it under Settings, Applications, Authorized GitHub Apps.",
    also=("github-app-token",),
    source="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
    finds=('{"token": "ghu_Jm1·4EnTl2FfY6Vc3Sfpkt·qDnvikl9C0FcV8A"}',),
    ignores=(
        "ghu_TeN·6KrQeU9s0s6dPO2sp0·EBhQmu2Q1GiMS7Z",
        '{"token": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}',
        '{"token": "ghu_4VP·wtXyMviNFHHPa"}',
    ),
)

GITHUB_INSTALLATION_TOKEN = Credential(
    id="secret-github-installation-token",
    title="GitHub App installation token",
    service="GitHub",
    severity=Severity.HIGH,
    keywords=("ghs_",),
    expression=token(
        r"ghs_(?:[0-9A-Za-z]{30,240}|[0-9]{1,12}_eyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}"
        r"\.[0-9A-Za-z_-]{20,})"
    ),
    entropy=3.0,
    check="github-installation",
    grants=(
        "Whoever holds it acts as an App or a workflow in its repositories until it expires, usually within an hour."
    ),
    revoke="Suspend and unsuspend the installation to end its tokens, and find out what printed this one.",
    also=("github-app-token",),
    source=(
        "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github"
    ),
    finds=(
        "Authorization: token ghs_hGW·As47vE7zk5SSVrsrCA·xUY9go2lx3o68rM",
        (
            "GITHUB_TOKEN=ghs_412345_ey·JhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.ey·JpYXQiOjE3ODAwMDAwMDAsI"
            "mV4cCI6MTc4MDAwMzYwMCwiaXNzIjoiNDEyMzQ1In0.EjvbKmKmfSzLzpOeEt96MnayguRtL5wtSJ8aQlfoFPse9"
            "6K8YA1FdL2pvpM_-AIjMVaAVPSfMx7qV_IbsJXZUl"
        ),
    ),
    ignores=(
        "ghs_voP·e803IhdBWXEvCDgOrl·KoTrLdG8DiS96n0",
        "Authorization: token xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "Authorization: token ghs_UCZ·vEuFvKQNbst3s",
    ),
)

GITHUB_REFRESH_TOKEN = Credential(
    id="secret-github-refresh-token",
    title="GitHub App refresh token",
    service="GitHub",
    severity=Severity.CRITICAL,
    keywords=("ghr_",),
    expression=token(r"ghr_[0-9A-Za-z]{30,240}"),
    entropy=3.0,
    check="github",
    grants="Whoever holds it, and the App secret, makes new user tokens for six months.",
    revoke="Revoke the authorization under Settings, Applications, and change the App client secret.",
    also=("github-refresh-token",),
    source="https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/",
    finds=(("refresh_token=ghr_pV9·9vDbR38ZsMWHUtWIoZmD4W2wRrJ2asAYjRMR6f·DfYjHXeURIV8HlyBaT0U6ZMyIKhaG09AzDf"),),
    ignores=(
        "ghr_LnS·qQQ5j46x14Pfr1BT19NF0ae5ZKYnvhhHOipPb6·3F3OloWa133S65Xq9gGzjVg5s5sX07aTO5i",
        "refresh_token=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "refresh_token=ghr_VWs·xxFZFzwupFqW3GP2g1mEHUecGRYxymh7R",
    ),
)

GITHUB_OAUTH_SECRET = Credential(
    id="secret-github-oauth-secret",
    title="GitHub OAuth client secret or token of the older form",
    service="GitHub",
    severity=Severity.HIGH,
    keywords=(
        "github_",
        "github-",
        "githubclient",
        "githubsecret",
        "githubtoken",
        "githubapp",
        "github token",
        "github client",
        "github secret",
    ),
    expression=keyed("github", HEX40),
    entropy=3.0,
    check="unlikely",
    grants="Whoever holds it can exchange codes for tokens in the name of the application.",
    revoke="Generate a new client secret in the settings of the application and delete this one.",
    source=(
        "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github"
    ),
    finds=(
        "GITHUB_CLIENT_SECRET=dbe·4a47eba3a294f6704254·95e8006938f2708b3",
        'github_app_secret: "7c0·e3dd786106c6d43b83a9·af425caaa3b35ff30"',
    ),
    ignores=(
        "github.com/harbour/lights/commit/782·5b4a310188c5ad52e5a6·37494a92940b28b9c",
        "github_sha: b20·a77a8df1f015f53e9b35·55f44d4891cd86959",
        "GITHUB_CLIENT_SECRET=012·3456789abcdef0123456·789abcdef01234567",
        "GITHUB_CLIENT_SECRET=529·7b9d8ff2cf44e321c",
        "etag: e5f·e8444dee970448f931aa·b14983d47d19787a1",
    ),
)
