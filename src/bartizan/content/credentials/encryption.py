"""Private keys in the formats that programs keep them in."""

from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

PRIVATE_KEY = Credential(
    id="secret-private-key",
    title="private key",
    service="any",
    severity=Severity.HIGH,
    keywords=("private key-----",),
    expression=(
        r"(?P<secret>-----BEGIN (?:RSA |EC |DSA |OPENSSH |SSH2 |)PRIVATE KEY-----[0-9A-Z"
        r"a-z+/=\s\\\"',:.-]{40,}?-----END (?:RSA |EC |DSA |OPENSSH |SSH2 |)PRIVATE KEY-----)"
    ),
    entropy=3.5,
    check="private-key",
    grants=(
        "Whoever holds it poses as the server, user or signer whose key it is, or reads what was encrypted for it."
    ),
    revoke=("Make a new key pair, and have certificates revoked and public keys removed wherever they are trusted."),
    also=("private-key",),
    source="https://www.rfc-editor.org/rfc/rfc7468",
    finds=(
        (
            "-----BEGIN RSA PRIVATE· KEY-----\nMIICX·wIBAAKBgQDFb0BSwSMZ8VYjfgQ5rVOws2FxO9Kjl+qk9sRjWo"
            "hir8/v2+Ba\nLx1XKh9CWf5OsNpxOMlP7N72+vGakmduUM1UtTAr5rtRUrAho13Dsv55xERHifxO\nM//XTV4wlQet"
            "lzMP6k5SUU60V3IxVrZhe2l7chSIhxPuv5EbaEhf1iRrTwIDAQAB\nAoGBAJ5RxOnXWFdwUFurrKW3mLnETmonx5R"
            "JuO5Jt1fYfC9uvjagQbrvtv5zl5d0\nZNojNTe/iqbd0jmJJ36E0g4DG3Lc1E0h0fauobXHUP8bee7oiqvQbV8qc2"
            "GwXWNH\nZ5fKeliUgV9F4zy8lAr7W9M48sFb4Cw0lacfWX3WMLCU558JAkEA9ZTecXfcL7Tr\namdr5jBgUylgkE+C"
            "wGJW90ooX6/UKmPr9i/RHw38KLEOhWzIXn6zqBGfDSaz4777\n9VbxtL504wJBAM3Pe9x4f5eleHUC9R7O0YZgB1v"
            "pvICnKQ3TwKLB59z28/yk5Pkr\nMzPhTZwVmqsB42Q7uGx6UCpldB4+Yz7Bp6UCQQC2Pvrw480wTifiN8vX8JCbRn"
            "qV\nvZu/n3sAWzUpBXgC2VJTyVp8nElD/VlUZM0xav9yO1l4Tf9zhNjAUfxfcHOXAkEA\nhS+vPSaxk0Ze5IIsdGps"
            "xyPfv0hMV4lVlQAimnEXhjQ+ApIHJ4QgV4OHAOouNFo9\neED5gSHKPRV4hpXjDdqujQJBANbKVSebyBM2hZx7mbB"
            "3qLzjDgVV32MWevJM+mn+\nh4iUVnU7sDQOAZQMGaDCiI2xpvScfkDZFzjYVekMZVK7zu4=\n-----END RSA "
            "PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN EC PRIVATE· KEY-----\nMHcCA·QEEILrFxw70gyfbqi1kb1LslEVdxEOZEYAG6XzZ/IaPib4GoAo"
            "GCCqGSM49\nAwEHoUQDQgAE2kweUZqztia8EVdffxcpIFexzsHUE/YFcVrQO8W4laPBBpCB5HST\nO5z0AX1u4Sh3/"
            "fNAGdRRyvQUHXXhYpmlQw==\n-----END EC PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN PRIVATE· KEY-----\nMC4CA·QAwBQYDK2VwBCIEIA2U/TfJ7Qfo0qP5KYe4D8784vrJd45hG3OY4H"
            "C1nMsi\n-----END PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN OPENSSH PRIVATE· KEY-----\nb3Blb·nNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAA"
            "ABAAAAMwAAAAtzc2gtZW\nQyNTUxOQAAACDH3N8A53eRaQYZQNr0Xl1rnrirp1VJ6fk+crKbwe0QJwAAAIgrS2SmK"
            "0tk\npgAAAAtzc2gtZWQyNTUxOQAAACDH3N8A53eRaQYZQNr0Xl1rnrirp1VJ6fk+crKbwe0QJw\nAAAEDauLq2Lrz"
            "mfCM2JGrOfAveN0Sa4FalYvcNDz0Nu0zqJcfc3wDnd5FpBhlA2vReXWue\nuKunVUnp+T5yspvB7RAnAAAAAAECAw"
            "QF\n-----END OPENSSH PRIVATE· KEY-----"
        ),
        (
            'KEY="-----BEGIN PRIVATE· KEY-----\\nMC4CA·QAwBQYDK2VwBCIEICuH4pPiXWP3l54RDdqOaCWplG4nZP5W'
            'GaXYP5Av4RK2\\n-----END PRIVATE· KEY-----\\n"'
        ),
    ),
    ignores=(
        "-----BEGIN RSA PRIVATE· KEY-----\n...\n-----END RSA PRIVATE· KEY-----",
        (
            "-----BEGIN PRIVATE· KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ\n-----END"
            " PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAmN+qvcR1yJ12ozBLmJgTjp4oiTkBOQugElC1IgSCixg=\n"
            "-----END PUBLIC KEY-----"
        ),
    ),
)

ENCRYPTED_PRIVATE_KEY = Credential(
    id="secret-encrypted-private-key",
    title="private key guarded by a passphrase",
    service="any",
    severity=Severity.MEDIUM,
    keywords=("private key-----",),
    expression=(
        r"(?P<secret>-----BEGIN (?:ENCRYPTED |RSA |EC |DSA |OPENSSH |)PRIVATE KEY-----[0-9A-Z"
        r"a-z+/=\s\\\"',:.-]{40,}?-----END (?:ENCRYPTED |RSA |EC |DSA |OPENSSH |)PRIVATE KEY-----)"
    ),
    entropy=3.5,
    check="encrypted-private-key",
    grants="Whoever holds it tries passphrases as fast as their machines allow, and then uses the key.",
    revoke="Make a new key pair; a good passphrase only gains time.",
    source="https://www.rfc-editor.org/rfc/rfc5958",
    finds=(
        (
            "-----BEGIN ENCRYPTED PRIVATE· KEY-----\nMIGbM·FcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhS"
            "f/uJC3Tn/AICCAAw\nDAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEECp5pQ5Cw9eOaKGSZjV7qgIEQLRm\njlitK4"
            "16CyK0xO8hLXBI6IX9LWtfzfYbMnXVduLaqpC7DGfl62546cEVMw3od7ew\nKH2VYoBsDpW2/3Kj7H8=\n-----END"
            " ENCRYPTED PRIVATE· KEY-----"
        ),
        (
            "-----BEGIN OPENSSH PRIVATE· KEY-----\nb3Blb·nNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeX"
            "B0AAAAGAAAABA0C30VCd\nynPJqVlyj65pH5AAAAEAAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIFgi7m4nnqWTW"
            "IA5\ny4dMQjo8bQ5c8bSXZ2a8Ap+RB1NGAAAAkJFVX6Xsjn7N+coL55nUIuOCvSfX9F92vPh4C8\nxJ8/Inm4YQne0"
            "zHpvFoeOPbQ9YBRTUe6ngBB8zDYBJrY9rVYGmGD9Tq+PQRgY/55zXlZJI\nF6gieSMYoMVREhmobwNZhFQEwazfc+"
            "TQUTe9uPlPhRLJWkbFvI8L5HVt0CV8qPGGpe4JB2\nlSrINJvBiK+kI9tQ==\n-----END OPENSSH PRIVATE· "
            "KEY-----"
        ),
    ),
    ignores=("-----BEGIN ENCRYPTED PRIVATE· KEY-----\nTm90IGEga2V5\n-----END ENCRYPTED PRIVATE· KEY-----",),
)

PGP_PRIVATE_KEY = Credential(
    id="secret-pgp-private-key",
    title="OpenPGP private key",
    service="any",
    severity=Severity.HIGH,
    keywords=("pgp private key",),
    expression=(
        r"(?P<secret>-----BEGIN PGP PRIVATE KEY BLOCK-----[0-9A-Za-z+/=\s\\,.:"
        r"()@<>_-]{100,}?-----END PGP PRIVATE KEY BLOCK-----)"
    ),
    entropy=3.5,
    check="pgp-key",
    grants=(
        "Whoever holds it signs in the name of its owner and reads what was encrypted for them, once "
        "past the passphrase if there is one."
    ),
    revoke="Publish the revocation certificate, and make a new key.",
    source="https://www.rfc-editor.org/rfc/rfc9580",
    finds=(
        (
            "-----BEGIN PGP PRIVATE· KEY BLOCK-----\n\nlQEA·UrTSNDnKkNjixK57qnle/TtabjhyAKhEj+6q0LCFJ6A"
            "4Za+W+smf3HCkYI+\ncOQHi9KmlwKaEJn7MI3FFSDFlYb04dnE4VacWG7iB5UL5E9fpGoNZ+RZXGLx0r/x\n2svSA0"
            "qvpZsiMArW0xaGJOCcdlpikWR+y2fAb/6Yg4l8OYoc/gETE3Fk0QoROoB3\nay0BjO8SJc8XUKdhQSd45c5cP+QHL"
            "cMO9XdOS80Lra89rN90v1LFe\n=aB3x\n-----END PGP PRIVATE· KEY BLOCK-----"
        ),
    ),
    ignores=(
        (
            "-----BEGIN PGP PRIVATE· KEY BLOCK-----\n\n(paste the exported key of the release manager "
            "into this place before you run the script, and nowhere else)\n-----END PGP PRIVATE· KEY "
            "BLOCK-----"
        ),
    ),
)

JWK_PRIVATE_KEY = Credential(
    id="secret-jwk-private-key",
    title="private JSON web key",
    service="any",
    severity=Severity.HIGH,
    keywords=('"kty"', "'kty'"),
    expression=(
        r"[\"']kty[\"']\s{0,4}:\s{0,4}[\"'](?:RSA|EC|OKP)[\"'][^{}]*?[\"']d[\"']\s{0,4}:\s{0,4}[\"']"
        r"(?P<secret>[0-9A-Za-z_-]{40,700})[\"']"
    ),
    entropy=4.0,
    check="random",
    grants="Whoever holds it signs tokens that services trust, or reads what was encrypted for the key.",
    revoke="Make a new key, and take the public one from the key set.",
    source="https://www.rfc-editor.org/rfc/rfc7517",
    finds=(
        (
            '{"kty": "EC", "crv": "P-256", "x": "EJS·qcDBytmte_1uiREn0nLaF·dZpC47G8LYI7uATxJ2e", '
            '"y": "BAI·frfsZdsMlz5F9Tb2bbw7z·bPOENEQI1oJ3Zg5qx1I", "d": '
            '"OTs·bIsX0Kdb8tEzLNCVUBZWw·mM9gePPltM6OQR2Leoz"}'
        ),
    ),
    ignores=(
        (
            '{"kty": "EC", "crv": "P-256", "x": "nsV·LO0TkDMmpXrxTwiFCUBrs·RR1KOpFyEOG4hlBQVsx", '
            '"y": "BF6·-I4jgpBZQarHQ8cAJalWg·wovVAITa2a_8c75f00C"}'
        ),
        (
            '{"kty": "EC", "crv": "P-256", "x": "012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG", '
            '"y": "012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG", "d": '
            '"012·3456789abcdefghijklmn·opqrstuvwxyzABCDEFG"}'
        ),
        (
            '{"kty": "EC", "crv": "P-256", "x": "xQL·aBYIm5FXlq7htxTkgY", "y": '
            '"Qik·i1cjrLjlehb-2XSCkR", "d": "goR·5EogHX6UNCMcNcIblC"}'
        ),
    ),
)
