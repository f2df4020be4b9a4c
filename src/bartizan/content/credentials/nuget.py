"""Credentials of NuGet."""

from bartizan.content.credentials.spelling import token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

NUGET_KEY = Credential(
    id="secret-nuget-key",
    title="NuGet API key",
    service="NuGet",
    severity=Severity.CRITICAL,
    keywords=("oy2",),
    expression=token(r"oy2[0-9a-z]{43}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it publishes packages under the names it covers.",
    revoke="Delete it under API Keys on nuget.org.",
    source="https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys",
    finds=("dotnet nuget push --api-key oy2y09·vf7xrdhcqm9w51e0obj29·ig30memaq0yd3525zxy lights.nupkg",),
    ignores=(
        "dotnet nuget push --api-key oy2abc·defghijklmnopqrstuvwx·yz0123456789abcdefg lights.nupkg",
        "dotnet nuget push --api-key oy2rak·73a2jt593meuw4iyk6 lights.nupkg",
    ),
)

NUGET_PASSWORD = Credential(
    id="secret-nuget-password",
    title="NuGet feed password",
    service="NuGet",
    severity=Severity.HIGH,
    keywords=('key="password', 'key="cleartextpassword'),
    expression=r"(?i)<add\s{1,9}key=\"(?:ClearText)?Password\"\s{1,9}value=\"(?P<secret>[^\"\r\n]{8,300})\"",
    entropy=2.5,
    check="password",
    grants="Whoever holds it reads the packages of the feed, and often publishes to it.",
    revoke="Change it, and let nuget.config read it from the environment: %NAME%.",
    also=("nuget-config-password",),
    source="https://learn.microsoft.com/en-us/nuget/reference/nuget-config-file",
    finds=('<add key="ClearT·extPassword" value="XwN·S0S65PuO3xTHM" />',),
    ignores=(
        '<add key="ClearT·extPassword" value="%NUGET_PASSWORD%" />',
        '<add key="ClearTextPassword" value="012·3456789abcdef" />',
    ),
)
