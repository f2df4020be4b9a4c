"""Credentials of Spring."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

SPRING_ENCRYPT_KEY = Credential(
    id="secret-spring-encrypt-key",
    title="Spring configuration key",
    service="Spring",
    severity=Severity.MEDIUM,
    keywords=("encrypt.key", "jasypt"),
    expression=(
        r"(?m)^[ \t]*(?:encrypt\.key|jasypt\.encryptor\.password)[ \t]{0,3}[=:][ \t]{0,3}"
        r"(?P<secret>[^\s\"'${}]{8,100})[ \t]*\r?$"
    ),
    entropy=2.8,
    check="bare-password",
    grants="Whoever holds it reads the encrypted settings of the application.",
    revoke="Make a new one, encrypt again, and rotate what was encrypted.",
    source="https://docs.spring.io/spring-cloud-config/reference/server/encryption-and-decryption.html",
    finds=("jas·ypt.encryptor.password=v6p·rp44VuAq9nMKu",),
    ignores=("jasypt.encryptor.password=012·3456789abcdef",),
)
