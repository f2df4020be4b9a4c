"""Tokens of npm registries."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NPM_TOKEN = Credential(
    id="secret-npm-token",
    title="npm access token",
    service="npm",
    severity=Severity.CRITICAL,
    keywords=("npm_",),
    expression=token(r"npm_[0-9A-Za-z]{36}"),
    entropy=3.0,
    check="npm",
    grants=(
        "Whoever holds it publishes new versions of the packages of the user: all who install them "
        "run what it publishes."
    ),
    revoke="Delete it under Access Tokens, and compare what was published since with the sources.",
    also=("npm-access-token",),
    source="https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/",
    finds=(
        "//registry.npmjs.org/:_authToken=npm_sGZ·ScMwpqgTKMJqn7C12N·I6KyIuUQg0OfveK",
        'NPM_TOKEN="npm_W7N·pL9trXQm8JwgxI5mu1·BGNo7KKJd0EnqMu"',
    ),
    ignores=(
        "npm_UdN·0dO8DBW13j1J78oHVH·aXuEvnkBF8PlnHQ",
        "np·m_config_registry_url_of_the_project_here",
        "//registry.npmjs.org/:_authToken=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "//registry.npmjs.org/:_authToken=npm_ysy·6tYiRVp3duBHZ",
    ),
)

NPM_REGISTRY_AUTH = Credential(
    id="secret-npm-registry-auth",
    title="npm registry credential",
    service="npm",
    severity=Severity.HIGH,
    keywords=("_authtoken", "_auth=", "_auth =", "_password=", "_password ="),
    expression=(
        r"(?m)(?:^|:|\s)_(?:authToken|auth|password)\s{0,4}=\s{0,4}[\"']?"
        r"(?P<secret>[0-9A-Za-z+/=_.~-]{16,400})[\"']?\s{0,4}(?:$|\\n)"
    ),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it reads private packages of a registry, and often publishes.",
    revoke="Revoke it in the registry, and let .npmrc read it from the environment.",
    source="https://docs.npmjs.com/cli/configuring-npm/npmrc",
    finds=(
        "//npm.harbour.io/:_authToken=TMU·l6zXRSgXxonqwJrHM9SA·Digy3IMT7cWhZvYNO",
        "_auth=a2Vlc·GVyOmxaU2dCZ0daUm1NbllJdm41WQ==",
    ),
    ignores=(
        "//npm.harbour.io/:_auth·Token=${NPM_TOKEN}",
        "_auth·Token=your-registry-token-goes-here",
        "//npm.harbour.io/:_authToken=012·3456789abcdefghijklm·nopqrstuvwxyzABCD",
    ),
)
