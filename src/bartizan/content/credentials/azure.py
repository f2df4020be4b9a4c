"""Keys and secrets of Microsoft Azure."""

from bartizan.content.credentials.spelling import HEX32, after, dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AZURE_CLIENT_SECRET = Credential(
    id="secret-azure-client-secret",
    title="Microsoft Entra client secret",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("q~",),
    expression=(
        r"(?:^|[^0-9A-Za-z_~.-])(?P<secret>[0-9A-Za-z_~.-]{3}[0-9]Q~[0-9A-Za-z_~.-]{34})"
        r"(?:[^0-9A-Za-z_~.-]|$)"
    ),
    entropy=3.8,
    check="azure-client-secret",
    grants=(
        "Whoever holds it acts as an application registration, with the roles it has in the tenant "
        "and its subscriptions."
    ),
    revoke=("Remove it under Certificates & secrets of the application registration, and look through its sign-ins."),
    also=("azure-ad-client-secret",),
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        "AZURE_CLIENT_SECRET=cs58Q~d8V·1AY0KtdtwtHDQQsitMjNSJcojCvwqlh",
        'client_secret = "DJf7Q~BVX·R1nLJdpzbGqHLvgIpAm0JtBOkdfaT6Z"',
    ),
    ignores=(
        "AZURE_CLIENT_SECRET=0128Q~012·3456789abcdefghijklmnopqrstuvwx",
        "AZURE_CLIENT_SECRET=EW98Q~9LQ·opy7IJQN3DwaIZ",
    ),
)

AZURE_STORAGE_KEY = Credential(
    id="secret-azure-storage-key",
    title="Azure storage account key",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("+ast",),
    expression=dashed(r"[0-9A-Za-z+/]{76}\+ASt[0-9A-Za-z+/]{5}[AQgw]=="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it reads, changes and deletes everything in the storage account.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "AccountName=harbour;AccountKey=W/O·gFyrH04u1DFIVtDOXk0onB2/LCQzhnW0wCaXMK·dywdDalN0ZBpio"
            "cATj/boduMTQcLMkw2QBY+AStSJz·wtQ==;EndpointSuffix=core.windows.net"
        ),
    ),
    ignores=(
        (
            "AccountName=harbour;AccountKey=012·3456789abcdefghijklmnopqrstuvwxyzABCDE·FGHIJKLMNOPQRS"
            "TUVWXYZ0123456789abcd+ASt012·34Q==;EndpointSuffix=core.windows.net"
        ),
        (
            "AccountName=harbour;AccountKey=V48·w732Asp6Vdz/SDe96xa·pB1/xGCGZHys9Hgb+AStB·FQ==;Endpoi"
            "ntSuffix=core.windows.net"
        ),
    ),
)

AZURE_STORAGE_OLD_KEY = Credential(
    id="secret-azure-storage-old-key",
    title="Azure storage account key of the older form",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("accountkey", "account_key", "storage_key", "storagekey", "account-key", "storage-key", "access_key"),
    expression=after(r"account[_-]?key|storage[\w-]{0,20}?key|access_key", "[0-9A-Za-z+/]{86}=="),
    entropy=4.5,
    check="azure-key",
    grants="Whoever holds it reads, changes and deletes everything in the storage account.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "DefaultEndpointsProtocol=https;AccountName=harbour;AccountKey=/TU·tqE6GKtcPrnQSjHa1OoI5Q"
            "DW9QPY4QSplDcw3WxcJK0A·XubwGIJnmpBNvSC6vuCBlchPhnGu8mp9UD+Ol8g==;EndpointSuffix=core.win"
            "dows.net"
        ),
    ),
    ignores=(
        ("Accou·ntKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="),
        (
            "DefaultEndpointsProtocol=https;AccountName=harbour;Accou·ntKey=xxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx;EndpointSuffix=core.wind"
            "ows.net"
        ),
        (
            "DefaultEndpointsProtocol=https;AccountName=harbour;AccountKey=KUG·hBPKb0KZg8yLxxxSf+HkFl"
            "5Bk7wEnDb83cVys2ag2;EndpointSuffix=core.windows.net"
        ),
    ),
)

AZURE_SHARED_ACCESS_SIGNATURE = Credential(
    id="secret-azure-shared-access-signature",
    title="Azure shared access signature",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("sig=",),
    expression=(
        r"\b(?:sv|se|sr|sp|spr|ss|srt|st)=[^\s\"]{1,500}?&(?:amp;)?sig="
        r"(?P<secret>[0-9A-Za-z%+/]{43,60}(?:=|%3[Dd]))"
    ),
    entropy=3.8,
    check="random",
    grants="Whoever holds the URL reads or writes what it names, as far and as long as it says.",
    revoke=("Regenerate the key it was signed with, or change the stored access policy, and use short-lived ones."),
    source="https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview",
    finds=(
        (
            "https:·//harbour.blob.core.windows.net/logs?sv=2022-11-02&sr=c&sp=rl&se=2031-01-01T00:00"
            ":00Z&sig=2F4·hqWONjdUOuZpjwBiv%2BhIp·iq6aio9U0rIffPfjqjI%3D"
        ),
    ),
    ignores=(
        (
            "https:·//harbour.blob.core.windows.net/logs?sv=2022-11-02&sr=c&sp=rl&se=2031-01-01T00:00"
            ":00Z&sig=012·3456789abcdefghij%2B012·3456789abcdefghijkl%3D"
        ),
        (
            "https:·//harbour.blob.core.windows.net/logs?sv=2022-11-02&sr=c&sp=rl&se=2031-01-01T00:00"
            ":00Z&sig=m0q·zw5v0DX%2Bcu3·fzhkyly8%3D"
        ),
    ),
)

AZURE_SHARED_ACCESS_KEY = Credential(
    id="secret-azure-shared-access-key",
    title="Azure shared access key of the older form",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("sharedaccesskey=",),
    expression=r"(?i:SharedAccessKey)=(?P<secret>[0-9A-Za-z+/]{43}=)(?:[^0-9A-Za-z=]|$)",
    entropy=4.0,
    check="azure-key",
    grants="Whoever holds it uses the messaging namespace or the IoT hub as far as its policy allows.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "Endpoint=sb:·//harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey="
            "GpI·tSXY+8oh8p8cNEKTW9zTlf·ae30lTAsWmXIAvMbIo="
        ),
    ),
    ignores=(
        (
            "Endpoint=sb:·//harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey="
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        (
            "Endpoint=sb:·//harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey="
            "xe4·ayKv6NUjWMiJukBIVuT"
        ),
    ),
)

AZURE_DEVOPS_TOKEN = Credential(
    id="secret-azure-devops-token",
    title="Azure DevOps personal access token",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("azdo",),
    expression=token(r"[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z]{18}AZDO[0-9A-Za-z]{4}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it acts as the user who made it: reads and pushes code, runs pipelines.",
    revoke="Revoke it under User settings, Personal access tokens.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "AZURE_DEVOPS_EXT_PAT=LdF·DeP6LHjswpO2bxp0ONbmtYpnRD·eqrjJf7cpZjw07LTjRPzngMJQQJ99UTu·aO5"
            "kJbIk2F2sNXkAZDOBy7g"
        ),
    ),
    ignores=(
        (
            "AZURE_DEVOPS_EXT_PAT=012·3456789abcdefghijklmnopqrs·tuvwxyzABCDEFGHIJKLMNOPJQQJ99012·345"
            "6789abcdefghAZDO0123"
        ),
        "AZURE_DEVOPS_EXT_PAT=A6Y·DIuKdkFShcNsbXPKE27p4lmJQQJ99PCw·4qygGrAZDOUKK5",
    ),
)

AZURE_DEVOPS_OLD_TOKEN = Credential(
    id="secret-azure-devops-old-token",
    title="Azure DevOps personal access token of the older form",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("azure_devops", "azuredevops", "vsts", "ado_pat", "ado_token", "azdo", "system_accesstoken"),
    expression=after(r"(?:azure_?devops|vsts|ado|azdo)[\w-]{0,20}?(?:pat|token)|system_accesstoken", "[2-7a-z]{52}"),
    entropy=3.5,
    check="mixed",
    grants="Whoever holds it acts as the user who made it: reads and pushes code, runs pipelines.",
    revoke="Revoke it under User settings, Personal access tokens.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=("ADO_PAT=y6p·guxetaablah6kzprexi7owku7k·dhxuejmp2x6yq7e3wwpyqty",),
    ignores=(
        "ADO·_PAT=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "ADO_PAT=gzv·yvvj2h7wfpexcsuekd5mfyu",
    ),
)

AZURE_AI_OLD_KEY = Credential(
    id="secret-azure-ai-old-key",
    title="Azure AI services key of the older form",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("azure_openai", "azureopenai", "azure-openai", "azure openai", "azure_open", "cognitive", "ocp-apim"),
    expression=after(r"azure[_-]?open[_-]?ai[\w-]{0,20}?key|cognitive[\w-]{0,20}?key|ocp-apim-subscription-key", HEX32),
    entropy=3.0,
    check="mixed",
    grants="Whoever holds it uses the account's models at its cost.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        "AZURE_OPENAI_API_KEY=300·8e88e98bbe0b701585fd5a248d2ac",
        "Ocp-Apim-Subscription-Key: 2cf·a442d4cfa0acdaaf6ccbf7a8a1122",
    ),
    ignores=(
        "AZURE_OPENAI_API_KEY=012·3456789abcdef0123456789abcdef",
        "AZURE_OPENAI_API_KEY=2c5·f8ba7a2c8568d",
        "etag: 9db·eb447ed76f0a75d53f81de0f3ff41",
    ),
)

AZURE_APP_CONFIGURATION = Credential(
    id="secret-azure-app-configuration",
    title="Azure App Configuration connection string",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("azconfig.io",),
    expression=(
        r"(?i:endpoint)=https://[0-9A-Za-z-]{3,50}\.azconfig\.io;Id=[^;\s]{5,60};Secret="
        r"(?P<secret>[0-9A-Za-z+/]{40,100}={0,2})"
    ),
    entropy=4.0,
    check="base64-key",
    grants="Whoever holds it reads, and with a write key changes, the settings of the applications.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "Endpoint=https:·//harbour.azconfig.io;Id=ab3d-l0-s0:VSO·hf8WWhbJPTSj7jo1w;Secret=O7r·uOI"
            "Es/ZBh2/7NXLMgXuaiJ·x6HEfZ139UotBpoHzc="
        ),
    ),
    ignores=(
        (
            "Endpoint=https:·//harbour.azconfig.io;Id=ab3d-l0-s0:012·3456789abcdefghij;Secret=xxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        "Endpoint=https:·//harbour.azconfig.io;Id=ab3d-l0-s0:uZ5·QCjHggn;Secret=gJB·I5XB/rXwlF8kpnL841d",
    ),
)

AZURE_SQL_PASSWORD = Credential(
    id="secret-azure-sql-password",
    title="Azure SQL connection string password",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("database.windows.net",),
    expression=(
        r"(?i:database\.windows\.net[^\r\n\"']{0,200}?(?:password|pwd)\s?=\s?)"
        r"(?P<secret>[^;\"'\s]{6,128})"
    ),
    entropy=2.5,
    check="password",
    grants="Whoever holds it and may connect reads and changes the database.",
    revoke="Change the password of the login, and use Entra identities.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "Server=tcp:harbour.database.w·indows.net,1433;Initial Catalog=lights;User "
            "ID=keeper;Password=HNq·ThF!Zv3·SPxRw;Encrypt=True"
        ),
    ),
    ignores=(
        "Server=tcp:harbour.database.w·indows.net;User ID=keeper;Password={your_password};",
        "Server=harbour.database.w·indows.net;Password=$(SqlPassword);",
        (
            "Server=tcp:harbour.database.windows.net,1433;Initial Catalog=lights;User "
            "ID=keeper;Password=012·345!012·34567;Encrypt=True"
        ),
    ),
)

AZURE_LOGIC_APP_URL = Credential(
    id="secret-azure-logic-app-url",
    title="Azure Logic Apps trigger URL",
    service="Microsoft Azure",
    severity=Severity.LOW,
    keywords=("logic.azure.com",),
    expression=(
        r"https://[0-9A-Za-z.-]{3,80}\.logic\.azure\.com"
        r"(?::443)?/workflows/[0-9a-f]{32}/triggers/[^\s\"']{3,300}?sig=(?P<secret>[0-9A-Za-z_-]{43})"
        r"(?:[^0-9A-Za-z_-]|$)"
    ),
    entropy=3.8,
    check="random",
    grants="Whoever holds the URL starts the workflow with data of their choice.",
    revoke="Regenerate the access key of the workflow.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "https:·//prod-12.westeurope.logic.azure.com:443/workflows/a91·0d2b541ca02a3fc4a0eedf5a8b"
            "6d0/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv"
            "=1.0&sig=45I·gB6NPY4yjkillyduxLw-G·bScLu6RYycFyl72h8of"
        ),
    ),
    ignores=(
        (
            "https:·//prod-12.westeurope.logic.azure.com:443/workflows/012·3456789abcdef0123456789abc"
            "def/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv"
            "=1.0&sig=012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG"
        ),
        (
            "https:·//prod-12.westeurope.logic.azure.com:443/workflows/cd4·add15c9763109/triggers/man"
            "ual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=xye·FpP"
            "rxLbSB3g1kxr7O6"
        ),
    ),
)
