"""Keys of Microsoft Azure's services that tell by their letters which service they are of."""

from bartizan.content.credentials.spelling import dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

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
    finds=(("COSMOS_KEY=Jna·02bVA0p4oRxXT1FjKsl1PqBzH0uLqlhWjDqXTM·Q3ROCZ8A247FVPx+AWWlrW7NpX8yH7+8OjiACDbAie·l1A=="),),
    ignores=(
        ("COSMOS_KEY=012·3456789abcdefghijklmnopqrstuvwxyzABCDE·FGHIJKLMNOPQRSTUVWXYZ0123456789abcdACDb012·34A=="),
        "COSMOS_KEY=MLN·PfsoUsMrsMMovQgPQcg·80z77248pQr5kpQrACDb6·3A==",
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
    finds=(
        ('BATCH_KEY="COU·mf1XfcpSa9Wb0EGH6DJ1shnySVkPY2uzlfp89U·i9ecWWdzjWJzdYKAEthZ6v9a/mGp0znf8eY+ABaH/F·fwg=="'),
    ),
    ignores=(
        ('BATCH_KEY="012·3456789abcdefghijklmnopqrstuvwxyzABCDE·FGHIJKLMNOPQRSTUVWXYZ0123456789abcd+ABa012·34g=="'),
        'BATCH_KEY="lwv·GY8IfXiuICdSrA0JO70·oE2FwCTlSXnJ0sGC+ABaI·Yg=="',
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
        ("management_key: NOt·bpeJWPfksGX9T2i7e2oRxLkMCaZqDKmLdO71pj·JnUkvZ19EbPrHfACJC/3qkONtJVi8605o4dAPIMmOI·j7w=="),
    ),
    ignores=(
        ("management_key: 012·3456789abcdefghijklmnopqrstuvwxyzABCDE·FGHIJKLMNOPQRSTUVWXYZ0123456789abcdAPIM012·34w=="),
        "management_key: 220·dHJjsiBMsy6d2Z3MZ2Z·rBgKnzNlIfFts/YeAPIMh·Kw==",
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
            "https:·//harbour.azurewebsites.net/api/lights?code=tbx·bDPj0Bi5c3-KyyxXoCH1D5·oHNjSGOnIS"
            "G5Yb_STiZAzFuP8x·gCQ=="
        ),
    ),
    ignores=(
        (
            "https:·//harbour.azurewebsites.net/api/lights?code=012·3456789abcdefghijklmno·pqrstuvwxy"
            "zABCDEFGHAzFu012·34Q=="
        ),
        "https:·//harbour.azurewebsites.net/api/lights?code=cJk·9aRJ5qgLElYilAtzWQJAzFuW·AQ==",
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
    finds=("SEARCH_KEY=5gH·Wx723tnhHiyVWAUTLdQjM·gyvyxQp9geN2zVjmFqAzSeBu5O·AE",),
    ignores=(
        "SEARCH_KEY=012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFAzSeB012·34",
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
    finds=(("docker login -u harbour -p Ul4·r8hvjuK07J4IuqnMUCNzh·6eyWc4fTTA5Qtx84jJ+ACRBwBQ·kD harbour.azurecr.io"),),
    ignores=(
        ("docker login -u harbour -p 012·3456789abcdefghijklmn·opqrstuvwxyzABCDEF+ACRB012·34 harbour.azurecr.io"),
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
            "Endpoint=sb:·//harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey="
            "p8r·5W0Vn0IznCllQbzqHPOmSFBNeAyFRK+ASbhat·u6Q="
        ),
    ),
    ignores=(
        (
            "Endpoint=sb:·//harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey="
            "012·3456789abcdefghijklmnopqrstuvw+ASb012·34Q="
        ),
        (
            "Endpoint=sb:·//harbour.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey="
            "QU/·P8OyH+9dWVxck+ASbL·LQ="
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
        (
            "AZURE_OPENAI_API_KEY=lIb·IyLFl0F5QMN24yD6oPaq09BwEr·mN5kjdXj9EWXW4QWqg2BQ5GJQQJ99asg·0YN"
            "jvGFlGFvMVHzACOG7aEe"
        ),
    ),
    ignores=(
        (
            "AZURE_OPENAI_API_KEY=012·3456789abcdefghijklmnopqrs·tuvwxyzABCDEFGHIJKLMNOPJQQJ99012·345"
            "6789abcdefghACOG0123"
        ),
        "AZURE_OPENAI_API_KEY=7xe·b5r4S4oOBVBNzstA5r7rFjzJQQJ9956v·QhbnpuACOGLWAa",
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
    finds=("key: jOT·xRMWAi6bZhOJZXEPw8W0jZEAL6·yQTtYnaT3E2GKmvkdvs4VT2JQQJ99rDN·0NSu1YoriHeVMBoAZMPg0Vj",),
    ignores=(
        "key: 012·3456789abcdefghijklmnopqrs·tuvwxyzABCDEFGHIJKLMNOPJQQJ99012·3456789abcdefghAZMP0123",
        "key: CeK·KjrY6RJOL2ukqiEpjU4EVUiJQQJ9933C·nc2gmBAZMPV43Y",
    ),
)
