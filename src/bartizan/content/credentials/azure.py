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
            "AccountName=harbour;AccountKey=W/O·gFyrH04u1DFIVtDOXk0onB2/LCQzhnW0wCaXMKdywdDalN0ZBpioc"
            "ATj/boduMTQcLMkw2QBY+AStSJz·wtQ==;EndpointSuffix=core.windows.net"
        ),
    ),
    ignores=(
        (
            "AccountName=harbour;AccountKey=012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRST"
            "UVWXYZ0123456789abcd+ASt012·34Q==;EndpointSuffix=core.windows.net"
        ),
        (
            "AccountName=harbour;AccountKey=V48·w732Asp6Vdz/SDe96xapB1/xGCGZHys9Hgb+AStB·FQ==;Endpoin"
            "tSuffix=core.windows.net"
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
            "DW9QPY4QSplDcw3WxcJK0AXubwGIJnmpBNvSC6vuCBlchPhnGu8mp9UD+Ol8g==;EndpointSuffix=core.wind"
            "ows.net"
        ),
    ),
    ignores=(
        ("AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="),
        (
            "DefaultEndpointsProtocol=https;AccountName=harbour;AccountKey=xxxxxxxxxxxxxxxxxxxxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx;EndpointSuffix=core.windo"
            "ws.net"
        ),
        (
            "DefaultEndpointsProtocol=https;AccountName=harbour;AccountKey=KUG·hBPKb0KZg8yLxxxSf+HkFl"
            "5Bk7wEnDb83cVys2ag;EndpointSuffix=core.windows.net"
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
            "https://harbour.blob.core.windows.net/logs?sv=2022-11-02&sr=c&sp=rl&se=2031-01-01T00:00:"
            "00Z&sig=2F4·hqWONjdUOuZpjwBiv%2BhIp·iq6aio9U0rIffPfjqjI%3D"
        ),
    ),
    ignores=(
        (
            "https://harbour.blob.core.windows.net/logs?sv=2022-11-02&sr=c&sp=rl&se=2031-01-01T00:00:"
            "00Z&sig=012·3456789abcdefghij%2B012·3456789abcdefghijkl%3D"
        ),
        (
            "https://harbour.blob.core.windows.net/logs?sv=2022-11-02&sr=c&sp=rl&se=2031-01-01T00:00:"
            "00Z&sig=m0q·zw5v0DX%2Bcu3·fzhkyly8%3D"
        ),
    ),
)

AZURE_COSMOS_KEY = Credential(
    id="secret-azure-cosmos-key",
    title="Azure Cosmos DB key",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("acdb",),
    expression=dashed(r"[0-9A-Za-z+/]{76}ACDb[0-9A-Za-z+/]{5}[AQgw]=="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it reads and changes all databases of the account.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(("COSMOS_KEY=Jna·02bVA0p4oRxXT1FjKsl1PqBzH0uLqlhWjDqXTMQ3ROCZ8A247FVPx+AWWlrW7NpX8yH7+8OjiACDbAie·l1A=="),),
    ignores=(
        ("COSMOS_KEY=012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdACDb012·34A=="),
        "COSMOS_KEY=MLN·PfsoUsMrsMMovQgPQcg80z77248pQr5kpQrACDb6·3A==",
    ),
)

AZURE_BATCH_KEY = Credential(
    id="secret-azure-batch-key",
    title="Azure Batch account key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("+aba",),
    expression=dashed(r"[0-9A-Za-z+/]{76}\+ABa[0-9A-Za-z+/]{5}[AQgw]=="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it runs programs on the machines of the Batch account.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(('BATCH_KEY="COU·mf1XfcpSa9Wb0EGH6DJ1shnySVkPY2uzlfp89Ui9ecWWdzjWJzdYKAEthZ6v9a/mGp0znf8eY+ABaH/F·fwg=="'),),
    ignores=(
        ('BATCH_KEY="012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcd+ABa012·34g=="'),
        'BATCH_KEY="lwv·GY8IfXiuICdSrA0JO70oE2FwCTlSXnJ0sGC+ABaI·Yg=="',
    ),
)

AZURE_API_MANAGEMENT_KEY = Credential(
    id="secret-azure-api-management-key",
    title="Azure API Management key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("apim",),
    expression=dashed(r"[0-9A-Za-z+/]{76}APIM[0-9A-Za-z+/]{5}[AQgw]=="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it manages the gateway, or calls the APIs behind it.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        ("management_key: NOt·bpeJWPfksGX9T2i7e2oRxLkMCaZqDKmLdO71pjJnUkvZ19EbPrHfACJC/3qkONtJVi8605o4dAPIMmOI·j7w=="),
    ),
    ignores=(
        ("management_key: 012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdAPIM012·34w=="),
        "management_key: 220·dHJjsiBMsy6d2Z3MZ2ZrBgKnzNlIfFts/YeAPIMh·Kw==",
    ),
)

AZURE_FUNCTIONS_KEY = Credential(
    id="secret-azure-functions-key",
    title="Azure Functions key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("azfu",),
    expression=dashed(r"[0-9A-Za-z_-]{44}AzFu[0-9A-Za-z_-]{5}[AQgw]=="),
    entropy=4.0,
    check="random",
    grants=("Whoever holds it calls the function; with a master key, also the administrative interface of the host."),
    revoke="Renew the key under App keys of the function app.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "https://harbour.azurewebsites.net/api/lights?code=tbx·bDPj0Bi5c3-KyyxXoCH1D5oHNjSGOnISG5"
            "Yb_STiZAzFuP8x·gCQ=="
        ),
    ),
    ignores=(
        (
            "https://harbour.azurewebsites.net/api/lights?code=012·3456789abcdefghijklmnopqrstuvwxyzA"
            "BCDEFGHAzFu012·34Q=="
        ),
        "https://harbour.azurewebsites.net/api/lights?code=cJk·9aRJ5qgLElYilAtzWQJAzFuW·AQ==",
    ),
)

AZURE_SEARCH_KEY = Credential(
    id="secret-azure-search-key",
    title="Azure AI Search key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("azse",),
    expression=token(r"[0-9A-Za-z]{42}AzSe[A-D][0-9A-Za-z]{5}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds an admin key reads, changes and deletes all indexes.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=("SEARCH_KEY=5gH·Wx723tnhHiyVWAUTLdQjMgyvyxQp9geN2zVjmFqAzSeBu5O·AE",),
    ignores=(
        "SEARCH_KEY=012·3456789abcdefghijklmnopqrstuvwxyzABCDEFAzSeB012·34",
        "SEARCH_KEY=Bk9·TW3igvyHYm1BgjNciaAzSeBP·p",
    ),
)

AZURE_REGISTRY_PASSWORD = Credential(
    id="secret-azure-registry-password",
    title="Azure Container Registry password",
    service="Microsoft Azure",
    severity=Severity.CRITICAL,
    keywords=("+acr",),
    expression=dashed(r"[0-9A-Za-z+/]{42}\+ACR[A-D][0-9A-Za-z+/]{5}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it pulls images, and replaces those that are deployed.",
    revoke="Regenerate the password of the admin user, or turn that user off, and use tokens or identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(("docker login -u harbour -p Ul4·r8hvjuK07J4IuqnMUCNzh6eyWc4fTTA5Qtx84jJ+ACRBwBQ·kD harbour.azurecr.io"),),
    ignores=(
        ("docker login -u harbour -p 012·3456789abcdefghijklmnopqrstuvwxyzABCDEF+ACRB012·34 harbour.azurecr.io"),
        "docker login -u harbour -p YsR·6SgCrs7WChMs1ZBOnR+ACRBm·l harbour.azurecr.io",
    ),
)

AZURE_MESSAGING_KEY = Credential(
    id="secret-azure-messaging-key",
    title="Azure Service Bus, Event Hubs or Relay key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("+asb", "+aeh", "+arm"),
    expression=dashed(r"[0-9A-Za-z+/]{33}\+A(?:Sb|Eh|Rm)[0-9A-Za-z+/]{5}[AEIMQUYcgkosw048]="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it reads or sends the messages of the namespace, and with Manage rights changes it.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "Endpoint=sb://harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=p"
            "8r·5W0Vn0IznCllQbzqHPOmSFBNeAyFRK+ASbhat·u6Q="
        ),
    ),
    ignores=(
        (
            "Endpoint=sb://harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=0"
            "12·3456789abcdefghijklmnopqrstuvw+ASb012·34Q="
        ),
        (
            "Endpoint=sb://harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=Q"
            "U/·P8OyH+9dWVxck+ASbL·LQ="
        ),
    ),
)

AZURE_IOT_KEY = Credential(
    id="secret-azure-iot-key",
    title="Azure IoT Hub key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("aiot",),
    expression=dashed(r"[0-9A-Za-z+/]{33}AIoT[0-9A-Za-z+/]{5}[AEIMQUYcgkosw048]="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it poses as devices or as the service: it reads what devices send and commands them.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        (
            "HostName=harbour.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=WSM·N"
            "qYGy83Hysg1G4O2Tj2D7GWBXieoSjAIoTTih·soQ="
        ),
    ),
    ignores=(
        (
            "HostName=harbour.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=012·3"
            "456789abcdefghijklmnopqrstuvwAIoT012·34Q="
        ),
        (
            "HostName=harbour.azure-devices.net;SharedAccessKeyName=iothubowner;SharedAccessKey=6rU·y"
            "qTKcMLeFzjVgAIoTK·oQ="
        ),
    ),
)

AZURE_REDIS_KEY = Credential(
    id="secret-azure-redis-key",
    title="Azure Cache for Redis key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("azca",),
    expression=dashed(r"[0-9A-Za-z]{33}AzCa[A-P][0-9A-Za-z]{5}="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it and reaches the cache reads and changes all that is in it.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(("harbour.redis.cache.windows.net:6380,password=stu·VF7gYZlK2b3Ze15Y82fAzGXxEKzf4vAzCaB2zU·XU=,ssl=True"),),
    ignores=(
        ("harbour.redis.cache.windows.net:6380,password=012·3456789abcdefghijklmnopqrstuvwAzCaB012·34=,ssl=True"),
        "harbour.redis.cache.windows.net:6380,password=uE0·zyJcLSlRFMqBgAzCaBd·u=,ssl=True",
    ),
)

AZURE_EVENT_GRID_KEY = Credential(
    id="secret-azure-event-grid-key",
    title="Azure Event Grid key",
    service="Microsoft Azure",
    severity=Severity.MEDIUM,
    keywords=("azeg",),
    expression=dashed(r"[0-9A-Za-z+/]{33}AZEG[0-9A-Za-z+/]{5}[AEIMQUYcgkosw048]="),
    entropy=4.0,
    check="random",
    grants="Whoever holds it publishes events that subscribers trust.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=("EVENT_GRID_KEY=0CA·S/MGKrmAT9ZKw2HI07KRjzbAktR23nAZEGjjE·LW8=",),
    ignores=(
        "EVENT_GRID_KEY=012·3456789abcdefghijklmnopqrstuvwAZEG012·348=",
        "EVENT_GRID_KEY=GE2·DcgkPtXL3chx3AZEGu·G8=",
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
            "Endpoint=sb://harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=G"
            "pI·tSXY+8oh8p8cNEKTW9zTlfae30lTAsWmXIAvMbIo="
        ),
    ),
    ignores=(
        (
            "Endpoint=sb://harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=x"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        (
            "Endpoint=sb://harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=x"
            "e4·ayKv6NUjWMiJukBIVu"
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
        ("AZURE_DEVOPS_EXT_PAT=LdF·DeP6LHjswpO2bxp0ONbmtYpnRDeqrjJf7cpZjw07LTjRPzngMJQQJ99UTu·aO5kJbIk2F2sNXkAZDOBy7g"),
    ),
    ignores=(
        ("AZURE_DEVOPS_EXT_PAT=012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPJQQJ99012·3456789abcdefghAZDO0123"),
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
    finds=("ADO_PAT=y6p·guxetaablah6kzprexi7owku7kdhxuejmp2x6yq7e3wwpyqty",),
    ignores=(
        "ADO_PAT=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "ADO_PAT=gzv·yvvj2h7wfpexcsuekd5mfy",
    ),
)

AZURE_AI_KEY = Credential(
    id="secret-azure-ai-key",
    title="Azure AI services key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("acog",),
    expression=token(r"[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z]{18}ACOG[0-9A-Za-z]{4}"),
    entropy=4.0,
    check="random",
    grants=("Whoever holds it uses the account's models at its cost, and reads files and fine-tuned models in it."),
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=(
        ("AZURE_OPENAI_API_KEY=lIb·IyLFl0F5QMN24yD6oPaq09BwErmN5kjdXj9EWXW4QWqg2BQ5GJQQJ99asg·0YNjvGFlGFvMVHzACOG7aEe"),
    ),
    ignores=(
        ("AZURE_OPENAI_API_KEY=012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPJQQJ99012·3456789abcdefghACOG0123"),
        "AZURE_OPENAI_API_KEY=7xe·b5r4S4oOBVBNzstA5r7rFjzJQQJ9956v·QhbnpuACOGLWAa",
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

AZURE_ANNOTATED_KEY = Credential(
    id="secret-azure-annotated-key",
    title="Microsoft annotated security key",
    service="Microsoft Azure",
    severity=Severity.HIGH,
    keywords=("jqqj9",),
    expression=dashed(
        r"[0-9A-Za-z]{52}JQQJ9[9DH][0-9A-Za-z]{18}(?:APPC|AZEG|AZMP|ACSX|AICG|AFUN|ASRV|AAPI|ADBX|"
        r"AMLX|ATRA)[0-9A-Za-z]{4}(?:[0-9A-Za-z]{2}==)?"
    ),
    entropy=4.0,
    check="random",
    grants="Whoever holds it uses the service of the account that its four letters name.",
    revoke="Regenerate the key in the portal, one after the other of the two, and prefer managed identities.",
    source="https://learn.microsoft.com/en-us/purview/sit-sensitive-information-type-entity-definitions",
    finds=("key: jOT·xRMWAi6bZhOJZXEPw8W0jZEAL6yQTtYnaT3E2GKmvkdvs4VT2JQQJ99rDN·0NSu1YoriHeVMBoAZMPg0Vj",),
    ignores=(
        "key: 012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPJQQJ99012·3456789abcdefghAZMP0123",
        "key: CeK·KjrY6RJOL2ukqiEpjU4EVUiJQQJ9933C·nc2gmBAZMPV43Y",
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
            "Endpoint=https://harbour.azconfig.io;Id=ab3d-l0-s0:VSO·hf8WWhbJPTSj7jo1w;Secret=O7r·uOIE"
            "s/ZBh2/7NXLMgXuaiJx6HEfZ139UotBpoHzc="
        ),
    ),
    ignores=(
        (
            "Endpoint=https://harbour.azconfig.io;Id=ab3d-l0-s0:012·3456789abcdefghij;Secret=xxxxxxxx"
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        "Endpoint=https://harbour.azconfig.io;Id=ab3d-l0-s0:uZ5·QCjHggn;Secret=gJB·I5XB/rXwlF8kpnL841",
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
        "Server=tcp:harbour.database.windows.net;User ID=keeper;Password={your_password};",
        "Server=harbour.database.windows.net;Password=$(SqlPassword);",
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
            "https://prod-12.westeurope.logic.azure.com:443/workflows/a91·0d2b541ca02a3fc4a0eedf5a8b6"
            "d0/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv="
            "1.0&sig=45I·gB6NPY4yjkillyduxLw-GbScLu6RYycFyl72h8of"
        ),
    ),
    ignores=(
        (
            "https://prod-12.westeurope.logic.azure.com:443/workflows/012·3456789abcdef0123456789abcd"
            "ef/triggers/manual/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv="
            "1.0&sig=012·3456789abcdefghijklmnopqrstuvwxyzABCDEFG"
        ),
        (
            "https://prod-12.westeurope.logic.azure.com:443/workflows/cd4·add15c9763109/triggers/manu"
            "al/paths/invoke?api-version=2016-10-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=xye·FpPr"
            "xLbSB3g1kxr7O6"
        ),
    ),
)
