"""Passwords and keys that nothing but the name before them tells of."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PASSWORD = Credential(
    id="secret-password",
    title="password in code",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("passw", "pwd", "passphrase", "passcode"),
    expression=(
        r"(?i:(?:passw(?:or)?d|passwd|pwd|passphrase|passcode)[0-9a-z_-]{0,20})[\"'`\])]{0,3}"
        r"""(?:\s?:\s?[A-Za-z.<>\[\]|]{1,24}\s?)?\s{0,6}(?:=>|:=|={1,3}|:)\s{0,6}[a-z]{0,2}["\'`]"""
        r"""(?P<secret>[^"\'`\r\n]{6,120})["\'`]"""
    ),
    entropy=2.6,
    check="password",
    grants="Whoever holds it logs in to what it belongs to, if they reach it.",
    revoke="Change it, and let the program read it from a secret store.",
    source="Derived from how configuration and code are written.",
    finds=(
        'db_pa·ssword = "QVj·CjZM!LXt·1fa"',
        '"smtpPa·ssword": "Tn9·5c5kCdNuOAwbO"',
        "PA·SSWORD: str = 'lQz·QhBhuVefp2E'",
    ),
    ignores=(
        'pa·ssword = "changeme"',
        'pa·ssword: "{{ vault_db_password }}"',
        '"pa·ssword": "${DB_PASSWORD}"',
        'pa·ssword_field = "user_password"',
        'pa·sswordLabel: "Your password must have 8 characters"',
        'const PA·SSWORD_REGEX = "^[A-Za-z0-9]{8,}$"',
        'pa·ssword=os.environ["DB_PASSWORD"]',
        '"pa·ssword": "string"',
        'new_pa·ssword = "testpassword123"',
    ),
)

PASSWORD_SETTING = Credential(
    id="secret-password-setting",
    title="password in a setting",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("passw", "pwd", "passphrase"),
    expression=(
        r"(?m)^[ \t]*(?:export[ \t]{1,4}|ENV[ \t]{1,4}|ARG[ \t]{1,4}|-[ \t]{1,4})?"
        r"(?i:[0-9a-z_.-]{0,40}(?:passw(?:or)?d|passwd|pwd|passphrase)[0-9a-z_-]{0,20})"
        r"""[ \t]{0,6}[=: ][ \t]{0,6}(?P<secret>[^\s"\'`#;,(){}\[\]<>$]{8,100})[ \t]*\r?$"""
    ),
    entropy=2.8,
    check="bare-password",
    grants="Whoever holds it logs in to what it belongs to, if they reach it.",
    revoke="Change it, and let the program read it from a secret store.",
    source="Derived from how configuration and code are written.",
    finds=(
        "DB_PA·SSWORD=lFK·oB72dxy5WRW7f",
        "  pa·ssword: 00i·hek7s!6mT·bRO",
        "spring.datasource.pa·ssword=87O·7srXSfDj8NZ",
    ),
    ignores=(
        "DB_PA·SSWORD=${SECRET_DB_PASSWORD}",
        "pa·ssword: db-password-2",
        "pa·ssword = getpass.getpass()",
        "    pa·ssword: config.dbPassword",
        "PA·SSWORD=/run/secrets/db_password1",
        "pa·sswordValidator: StrongPasswordValidator2",
    ),
)

API_KEY = Credential(
    id="secret-api-key",
    title="key or token of an unknown service",
    service="any",
    severity=Severity.MEDIUM,
    keywords=(
        "api_key",
        "apikey",
        "api-key",
        "api key",
        "api.key",
        "access_key",
        "accesskey",
        "access-key",
        "auth_key",
        "authkey",
        "auth-key",
        "secret",
        "token",
        "encryption_key",
        "encryptionkey",
        "encryption-key",
        "signing_key",
        "signingkey",
        "signing-key",
        "master_key",
        "masterkey",
        "service_key",
        "servicekey",
        "app_key",
        "appkey",
        "application_key",
        "session_key",
        "webhook_key",
        "admin_key",
        "deploy_key",
        "customer_key",
    ),
    expression=(
        r"(?i:(?:api|access|app|application|auth|private|encryption|encrypt|signing|master|service|"
        r"secret|consumer|client|webhook|session|deploy|admin|customer)[_. -]?"
        r"(?:key|secret|token)|[_.-](?:secret|token)|\b(?:secret|token|apikey|credential)|"
        r"(?:Secret|Token))(?i:[_-]?(?:key|value|base)?[0-9]{0,2})[\"'`\])]{0,3}"
        r"""(?:\s?:\s?[A-Za-z.<>\[\]|]{1,24}\s?)?\s{0,6}(?:=>|:=|={1,3}|:)\s{0,6}(?:[a-z]{0,2}["\'`])?"""
        r"""(?P<secret>[0-9A-Za-z_.~+/=@!*-]{16,160})(?:["\'`\s,;&)}\]]|\\[nr"]|$)"""
    ),
    entropy=3.3,
    check="api-key",
    grants="Whoever holds it uses the service as the one it was made for.",
    revoke="Find out what it belongs to, revoke it there, and let the program read it from a secret store.",
    also=("generic-api-key",),
    source="Derived from how configuration and code are written.",
    finds=(
        "API_KEY=a71·GgvNhRWcHOnYqpbRXvj8·KBwifg4yullGziUZ3",
        '"clientSecret": "cnw·Y4kYFs85_gs2ABoBFGRUq9MtksUL5"',
        "auth_token: 88e·e9f8d4b025414495ad0b·853b93984bccf111b",
        "x-api-key: RMj·w7FeJolKGpjFymqhdom1i6QfMT39m",
    ),
    ignores=(
        'api·_key = "your-api-key-goes-here"',
        "sec·ret = settings.SECRET_KEY_FALLBACK",
        "to·ken = generateAccessToken1(user)",
        "access_token: ${{ sec·rets.ACCESS_TOKEN_1 }}",
        'cache_key = "sha256:eb1·acda279b99f75877aee9c6635e3fd048·b4197ba57d6c2864c676eb97a5f18"',
        "public_key: rMD·xNpqSKhHA1V4hFcQNdg7·eZmAMgpcOtbTMNmS7",
        'token_url = "https:·//auth.harbour.io/oauth2/v1/token"',
        "sec·retName: harbour-lights-tls-secret-2",
    ),
)
