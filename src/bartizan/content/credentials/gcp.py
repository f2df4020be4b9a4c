"""Keys and tokens of Google Cloud and of Google's interfaces."""

from bartizan.content.credentials.spelling import after, dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

GCP_SERVICE_ACCOUNT_KEY = Credential(
    id="secret-gcp-service-account-key",
    title="Google Cloud service account key",
    service="Google Cloud",
    severity=Severity.CRITICAL,
    keywords=("private_key", "service_account"),
    expression=(
        r"(?s)\"private_key\"\s{0,5}:\s{0,5}\"(?P<secret>-----BEGIN "
        r"(?:RSA )?PRIVATE KEY-----[^\"]{300,}-----END (?:RSA )?PRIVATE KEY-----[^\"]{0,10})"
        r"\"\s{0,5},\s{0,40}\"client_email\"\s{0,5}:\s{0,5}\"[^\"\s]{3,100}\.gserviceaccount\.com\""
    ),
    entropy=4.0,
    check="gcp-service-account",
    grants=("Whoever holds it acts as the service account, with all roles it has, from anywhere and without end."),
    revoke="Delete the key in IAM, and use workload identity federation in its place.",
    source="https://cloud.google.com/iam/docs/keys-create-delete",
    finds=(
        (
            '{"type": "service_account", "project_id": "harbour", "private_key_id": '
            '"54d·44f81db18a2bd8011317·abd5a999364b85565", "private_key": "-----BEGIN PRIVATE· '
            "KEY-----\\nMIICd·wIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBAN/bcw1QB7+RVPad\\nAXX6x1Bojz/"
            "IGP1L6B6/6Vi4CLCzKXwP4hnUrZA8yJ5BVU+Y6fidK1Cv790q2PzT\\nfi+P+Xq/q1cQpagvw9oTRbBpGllRkedhh"
            "9YD/dnGRQ3Xjqqh9J49Eo1dNHiEMZ1Q\\n2LnkIkLriK8sH6NI+6x0Q0mqo17FAgMBAAECgYEApxBRxuepQLCnpfz"
            "6sB/eTAYc\\nkk81RyQ1MW2sKkf+RFERbsMzzG9KsNCMMH81ude3FZHGV8tVyctGcTktfTWHy0ya\\ncDNKGsxJWQ5"
            "S9Hu+edS++cKd/JUEG3i7L3txbhwuW4FMHN6WJgd5AF/uPxG0WvwF\\nQ/5EgBnKfZs39BqfYCkCQQDwMbmdZeZtC"
            "71HoLygBednBhW1fwkAL4B0yvn35iuD\\nDViYodaYNOqFGlUwNrEIq2TpQ1xC7cobXwcGFyfjyjVvAkEA7paDeDL"
            "sIkWwHcRy\\nZ73P9MekZi5tghdEk4x6yId2FAZFIZb2wg0mT5NaC05TWWu5trBkgqqg66YMwMov\\nObKdCwJBAIe"
            "/oqbJQ3yXqOcFefV6wLhiIPzNihm3vwLDAJlRVYAgl9TTioPFTFHj\\newffsRg0Pbjzn/4XhCUKBN81UQ8VZjMCQ"
            "BRZtkEMZuPNeeYwGWoL4K8KUFV+5ExS\\nW8ESHG76TvIKTt88lzOaF4h2ExofxjA8ZgzVIt2aXDt9YF0ZYcnUGF0"
            "CQG11W7ug\\nsMjPgkizGoFSdvkXhDSN6OKkR/uf+2HeSINslIAUKeUhhIYy4xsNhYdCOWgcpc7a\\nw950WzEeOIY"
            'TOpE=\\n-----END PRIVATE· KEY-----\\n", "client_email": '
            '"keeper@harbour.iam.gserviceaccount.com"}'
        ),
    ),
    ignores=(
        (
            '{"type": "service_account", "private_key": "-----BEGIN PRIVATE· '
            "KEY-----\\nMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQ"
            "MIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIE"
            "vQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMI"
            "IEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQMIIEvQ"
            'MIIEvQMIIEvQMIIEvQ\\n-----END PRIVATE· KEY-----\\n", "client_email": '
            '"keeper@harbour.iam.gserviceaccount.com"}'
        ),
    ),
)

GCP_API_KEY = Credential(
    id="secret-gcp-api-key",
    title="Google API key",
    service="Google Cloud",
    severity=Severity.MEDIUM,
    keywords=("aiza",),
    expression=dashed(r"AIza[0-9A-Za-z_-]{35}"),
    entropy=3.0,
    check="random",
    grants=(
        "Whoever holds it uses the interfaces it was made for at the cost of the project, or, with "
        "Gemini or Firebase, reads data; keys within web pages are meant to be seen, and need "
        "restrictions."
    ),
    revoke="Restrict the key to referrers and interfaces, or delete it under APIs & Services, Credentials.",
    also=("gcp-api-key",),
    source="https://cloud.google.com/docs/authentication/api-keys",
    finds=(
        'const key = "AIzaWMk·5-XHawtEdm-1Xc9Sb8HoFPPF2YfHT_ZP";',
        "https:·//maps.googleapis.com/maps/api/js?key=AIzaLeo·vY4iu1FkJqXm52_GtJES604Wqz17NwVC&v=weekly",
    ),
    ignores=(
        'const key = "AIza012·3456789abcdefghijklmnopqrstuvwxy";',
        'const key = "AIzacoG·1niCo5Wu_aIPU2";',
    ),
)

GCP_OAUTH_SECRET = Credential(
    id="secret-gcp-oauth-secret",
    title="Google OAuth client secret",
    service="Google Cloud",
    severity=Severity.HIGH,
    keywords=("gocspx-",),
    expression=dashed(r"GOCSPX-[0-9A-Za-z_-]{28}"),
    entropy=3.0,
    check="random",
    grants=(
        "Whoever holds it poses as the application when users sign in, except for installed "
        "applications, whose secret is no secret."
    ),
    revoke="Reset the secret of the client under APIs & Services, Credentials.",
    source="https://developers.google.com/identity/protocols/oauth2",
    finds=('"client_secret": "GOCSPX-6FY·bo9qbvSyg-ZFI9LwDiATAHi_y"',),
    ignores=(
        '"client_secret": "GOCSPX-012·3456789abcdefghijklmnopqr"',
        '"client_secret": "GOCSPX-8gP·2kBPU8t3WZX"',
    ),
)

GCP_ACCESS_TOKEN = Credential(
    id="secret-gcp-access-token",
    title="Google OAuth access token",
    service="Google Cloud",
    severity=Severity.MEDIUM,
    keywords=("ya29.",),
    expression=dashed(r"ya29\.[0-9A-Za-z_-]{40,500}"),
    entropy=3.8,
    check="random",
    grants="Whoever holds it acts as a user or service account, usually for an hour.",
    revoke="Revoke it at the revocation endpoint, and find out what printed it.",
    source="https://developers.google.com/identity/protocols/oauth2",
    finds=(
        (
            "Authorization: Bearer ya29.7fA·UMVF6I9FXxrZyCNPWcGdNwe1LwwaTvXR7tSgWuUbhATDp9kmXfZcGCTqS"
            "Pvz9Iz4m25S6M·bCJGuQvpK-jwnY31B9AsroelhBH-qvQV_1h5cLSn9OqyNXKQianSgNDj15kXR8A79rg"
        ),
    ),
    ignores=(
        (
            "Authorization: Bearer ya29.012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX"
            "YZ0123456789a·bcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdef"
        ),
    ),
)

GCP_REFRESH_TOKEN = Credential(
    id="secret-gcp-refresh-token",
    title="Google OAuth refresh token",
    service="Google Cloud",
    severity=Severity.HIGH,
    keywords=("1//0",),
    expression=r"(?:^|[\s\"'=:])(?P<secret>1//0[0-9A-Za-z_-]{40,250})(?:[^0-9A-Za-z_-]|$)",
    entropy=3.8,
    check="random",
    grants="Whoever holds it, and the client secret, makes access tokens for a user without end.",
    revoke="Revoke the access of the application in the account of the user.",
    source="https://developers.google.com/identity/protocols/oauth2",
    finds=(
        (
            '"refresh_token": "1//0gVQ1·nAyrCTuZxUpSaLg8wBFFuIIJl-YmXYHZQrsMOdsbmEaTyt1Sx·ZzGj0puVI7C'
            'QllelBRdgy1hf2qLk5AGtgDeV3KakeOWHyH"'
        ),
    ),
    ignores=(
        (
            '"refresh_token": "1//0g012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP·QRSTUVWXYZ0'
            '123456789abcdefghijklmnopqrstuvwxyz"'
        ),
    ),
)

GCP_HMAC_SECRET = Credential(
    id="secret-gcp-hmac-secret",
    title="Google Cloud Storage HMAC key",
    service="Google Cloud",
    severity=Severity.HIGH,
    keywords=("goog1",),
    expression=(
        r"(?s)\bGOOG1E[0-9A-Z]{55}\b[^\r\n]{0,80}[\r\n]{0,2}[^\r\n]{0,60}?[\"'=:\s]"
        r"(?P<secret>[0-9A-Za-z+/]{40})(?:[^0-9A-Za-z+/=]|$)"
    ),
    entropy=4.0,
    check="aws-secret",
    grants="Whoever holds both parts reads and writes the storage that the service account may use.",
    revoke="Deactivate and delete the HMAC key in the settings of Cloud Storage.",
    source="https://cloud.google.com/storage/docs/authentication/hmackeys",
    finds=(
        (
            "access_id: GOOG1E9A3·YGH9ZDNGBE8ZR5NBZZL8USKXZO4·5DCOGZS08TASUEWTG1QNVOL7Y\nsecret: "
            "qDq·+rcWWvyuw3/+IblDRL+X·GqS5IoweinaWYKnVd"
        ),
    ),
    ignores=(
        (
            "access_id: GOOG1EABC·DEFGHIJKLMNOPQRSTUVWXYZ0123·456789ABCDEFGHIJKLMNOPQRS\nsecret: "
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
        ),
        "access_id: GOOG1EXUI·JU7MBHO8QA35OV8NGQP1L4K5\nsecret: DyT·Y4I7Z72AnkBCiO9j2",
    ),
)

GCP_FIREBASE_SERVER_KEY = Credential(
    id="secret-gcp-firebase-server-key",
    title="Firebase Cloud Messaging server key",
    service="Google Cloud",
    severity=Severity.MEDIUM,
    keywords=(":apa91b",),
    expression=dashed(r"AAAA[0-9A-Za-z_-]{7}:APA91b[0-9A-Za-z_-]{134}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it sends notifications to all users of the application.",
    revoke="Move to the HTTP v1 interface, and delete the server key in the Firebase console.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "FCM_SERVER_KEY=AAAA1bZ·fdy0:APA91b50L·9h43ZaPdE3y6nrdXygAXcY69xkwdxHSX5EVcxqFHNcGefvw2AY"
            "lhg8xcutQPuZwSNOX·2rY15_Y_8eYx79lGKe8P981cm2qLhHU3qhIaVFV-mbixar-VdeH0OaZ9pw8iWIb3"
        ),
    ),
    ignores=(
        (
            "FCM_SERVER_KEY=AAAA012·3456:APA91b012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"
            "RSTUVWXYZ01234567·89abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
        ),
        ("FCM_SERVER_KEY=AAAA-·Xc:APA91bD0U·pIAMRJY4vSAXGlWCC9-cWjdDeYizjeNED·LNK92V0jY3ikTzhGhmuyFhA4b4OEZ6l"),
    ),
)

GOOGLE_CAPTCHA_SECRET = Credential(
    id="secret-google-captcha-secret",
    title="reCAPTCHA secret key",
    service="Google Cloud",
    severity=Severity.LOW,
    keywords=("captcha",),
    expression=after(r"captcha[\w-]{0,20}?(?:secret|private)[\w-]{0,10}", "6L[0-9A-Za-z_-]{38}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it answers for the site whether a visitor is human.",
    revoke="Make a new key pair for the site.",
    source="https://developers.google.com/recaptcha/docs/verify",
    finds=("RECAPTCHA_SECRET_KEY=6Lcyt5·b7_7MIrmr_2zlvpYWx·mUtEIYe44wld0g6l",),
    ignores=(
        "RECAPTCHA_SITE_KEY=6LcD9l·01_KCsjhYsjLWoGgLk·R5780BId6ZMxXk1d",
        "RECAPTCHA_SECRET_KEY=6Lc012·3456789abcdefghijk·lmnopqrstuvwxyzA",
        "RECAPTCHA_SECRET_KEY=6LcrNM·Mb9aSfX-YwptaVT",
    ),
)
