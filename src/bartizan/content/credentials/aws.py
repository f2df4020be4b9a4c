"""Keys of Amazon Web Services."""

from bartizan.content.credentials.spelling import UUID, after, dashed, token
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

AWS_ACCESS_KEY = Credential(
    id="secret-aws-access-key",
    title="AWS access key",
    service="Amazon Web Services",
    severity=Severity.CRITICAL,
    keywords=("akia",),
    expression=token(r"AKIA[A-Z2-7]{16}"),
    entropy=2.8,
    check="aws-key-id",
    grants=(
        "Whoever holds it and the secret key that belongs to it acts as an IAM user, from anywhere and without end."
    ),
    revoke="Make the key inactive in IAM at once, delete it, and search CloudTrail for what was done with it.",
    also=("aws-access-token",),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    finds=(
        "aws_access_key_id = AKIA2G·6Q7N7Y3PI5VJK5",
        'AWS_ACCESS_KEY_ID: "AKIANA·HHSCIUAPDJB32M"',
    ),
    ignores=(
        "AK·IAIOSFODNN7EXAMPLE",
        'key = "AK·IAAAAAAAAAAAAAAAAA"',
        "AKIA0189ZGN·6F77I1FPH",
        "aws_access_key_id = xxxxxxxxxxxxxxxxxxxx",
        "aws_access_key_id = AKIAXI·VCC",
    ),
)

AWS_TEMPORARY_KEY = Credential(
    id="secret-aws-temporary-key",
    title="AWS temporary access key",
    service="Amazon Web Services",
    severity=Severity.HIGH,
    keywords=("asia",),
    expression=token(r"ASIA[A-Z2-7]{16}"),
    entropy=2.8,
    check="aws-key-id",
    grants=("Whoever holds it, with its secret and session token, acts as a role or user until the session ends."),
    revoke="Revoke the active sessions of the role in IAM, and find out what wrote it down.",
    also=("aws-access-token",),
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    finds=("aws_access_key_id=ASIAGJ·R4ADXXOGUJTKEE",),
    ignores=(
        "AS·IAIOSFODNN7EXAMPLE",
        "SOUTHEASTAS·IAREGIONCODES",
        "aws_access_key_id=xxxxxxxxxxxxxxxxxxxx",
        "aws_access_key_id=ASIAMX·AH6",
    ),
)

AWS_SECRET_KEY = Credential(
    id="secret-aws-secret-key",
    title="AWS secret access key",
    service="Amazon Web Services",
    severity=Severity.CRITICAL,
    keywords=(
        "secret_key",
        "secretkey",
        "secret-key",
        "secret_access",
        "secretaccess",
        "secret-access",
        "secret access",
        "secret key",
        "aws_secret",
        "aws-secret",
        "awssecret",
        "aws.secret",
        "aws_sk",
        "aws-sk",
        "aws.sk",
        "awssk",
    ),
    expression=after(
        r"aws[\w.-]{0,20}?secret[\w. -]{0,20}?key|secret_?access_?key|aws[_.-]?(?:sk|secret)", "[0-9A-Za-z+/]{40}"
    ),
    entropy=4.0,
    check="aws-secret",
    grants="Whoever holds it and the key id that belongs to it acts as an IAM user or role.",
    revoke="Make the key inactive in IAM at once, delete it, and search CloudTrail for what was done with it.",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
    finds=(
        "aws_secret_access_key = sTK·NRHiutAfhR/qIMOaEgNs·52+kPRX0cck+rBvhv",
        '"SecretAccessKey": "n3Z·AopwvhekEB0J0adRIJaa·E/eM5hqppLpfVYczA"',
        "AWS_SECRET_KEY=d4/·pIo60G2C/drLG2NruNah·0Xkq3OEnAs7Y3bANX",
    ),
    ignores=(
        "aws_secret·_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        'aws_secret_key_sha1 = "018·a323e5cd1fa2a8f20f34·03c4793d0c8b31409"',
        "secret·_access_key: ${AWS_SECRET_ACCESS_KEY}",
        "aws_secret·_access_key = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "aws_secret_access_key = IWN·cQ+/KNIwk/WLHL5B5",
    ),
)

AWS_SESSION_TOKEN = Credential(
    id="secret-aws-session-token",
    title="AWS session token",
    service="Amazon Web Services",
    severity=Severity.HIGH,
    keywords=("iqojb3jpz2lu", "fwogzxivyxdz", "fqogzxivyxdz"),
    expression=after(
        r"(?:aws[_.-]?)?(?:session|security)[_.-]?token",
        "(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[0-9A-Za-z+/=]{150,}",
    ),
    entropy=4.0,
    check="random",
    grants=("Whoever holds it, with the temporary key that belongs to it, acts as a role until the session ends."),
    revoke="Revoke the active sessions of the role in IAM.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            "aws_session_token = IQoJb3JpZ2lu0YB·sMT4Z9y4w94cGz+qiwsemToAyalykQ0lr827abL0UpBUY8gPk8qM"
            "jARpCaGuKDlHNiyIKDQhyF59xI5xLjeAqNzTzubdCQlKkb1ATJXkpSlO0yHZlloEmke+OHxVtWUghzW1QfV5OHJN"
            "pwBUUp6PV0·aSKGnK91TedalPwz3hPrlx1R+ydP61E0yX3qo744Zwxvoh9RX0ctBOvk11Z0jayy5XZHvgG6KVNga"
            "1NF/RK3jH08ptCWBEbhFoVqTOOLTUe3pG1FZYcE0gy1wxgEYvRZdlX/2EoQp9rb7rsiOHq"
        ),
    ),
    ignores=(
        (
            "aws_session_token = IQoJb3JpZ2lu012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS"
            "TUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghi"
            "jklmnopqrs·tuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFGH"
            "IJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP"
        ),
    ),
)

AWS_BEDROCK_KEY = Credential(
    id="secret-aws-bedrock-key",
    title="Amazon Bedrock API key",
    service="Amazon Web Services",
    severity=Severity.HIGH,
    keywords=("absk",),
    expression=dashed(r"ABSK[0-9A-Za-z+/]{109,269}={0,2}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it uses the models of the account, at its cost, for as long as the key was made for.",
    revoke="Delete the service specific credential of the IAM user the key was made for.",
    also=("aws-amazon-bedrock-api-key-long-lived",),
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    finds=(
        (
            "AWS_BEARER_TOKEN_BEDROCK=ABSKSi9·luH7waYL1V5mRme5Y96ahsyG8tqX31Z3yXb66jgMQg09Zi84osXKeej"
            "qzIW0Djq2·w2SbnzZs+EMP/kKxLl5dvEZq9Kzt16RjHoVVB0AtzoioOwThsKdhpzbEbEABw"
        ),
    ),
    ignores=(
        (
            "AWS_BEARER_TOKEN_BEDROCK=ABSK012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV"
            "WXYZ01234·56789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123"
        ),
        ("AWS_BEARER_TOKEN_BEDROCK=ABSKLuS·xKHxdMmnrliCrXqeZ71KjSKgPDqnp2+8·dM+9jEe0YOlUJEWznNydozZlMDVmP"),
    ),
)

AWS_BEDROCK_SHORT_KEY = Credential(
    id="secret-aws-bedrock-short-key",
    title="Amazon Bedrock short-term API key",
    service="Amazon Web Services",
    severity=Severity.MEDIUM,
    keywords=("bedrock-api-key-",),
    expression=dashed(r"bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[0-9A-Za-z+/=]{60,}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it uses the models of the account for up to twelve hours.",
    revoke="Revoke the sessions of the role it was made with.",
    also=("aws-amazon-bedrock-api-key-short-lived",),
    source="https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    finds=(
        (
            "AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-YmVk·cm9jay5hbWF6b25hd3MuY29tvmb·ilMU8Z0pVLQuA2"
            "meFwBFroF/zaRqDKpq4oTlQ4E5GTwNOMw+0JuKI5wufI/QRYD7Xx5rng8KMddVYG3MyOI2Hp0HX2XMQ0nBfaMbgE"
            "m1xeGapthcxB5ZvVak·bGoY2vVebbaQOiLMsLsFT1syeaNohtGpVWKp1R06IlLhp/BPFC6T1MDlkOFTMlsj8Peit"
            "jeqWDZQLIEcYrejQyU/sXXNCUQr/uwft9rz7qptXi0M4x00T"
        ),
    ),
    ignores=(
        (
            "AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-YmVk·cm9jay5hbWF6b25hd3MuY29t012·3456789abcdefg"
            "hijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFG"
            "HIJKLMNOPQRSTUVWXY·Z0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345"
            "6789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQR"
        ),
    ),
)

AWS_MWS_TOKEN = Credential(
    id="secret-aws-mws-token",
    title="Amazon MWS auth token",
    service="Amazon Web Services",
    severity=Severity.MEDIUM,
    keywords=("amzn.mws.",),
    expression=token(r"amzn\.mws\." + UUID),
    entropy=3.0,
    check="uuid",
    grants="Whoever holds it, and a developer's keys, works with a seller's orders and listings.",
    revoke="Revoke the developer in Seller Central under Manage your apps.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=("MWS_TOKEN=amzn.mws.e7fee·287-4c2d-466e-aa04·-8cdcf0b207c1",),
    ignores=(
        "MWS_TOKEN=amzn·.mws.00000000-0000-0000-0000-000000000000",
        "MWS_TOKEN=amzn.mws.b272c·b46-7955-4901-a51a-fa29950",
    ),
)

AWS_SP_REFRESH_TOKEN = Credential(
    id="secret-aws-sp-refresh-token",
    title="Amazon seller refresh token",
    service="Amazon Web Services",
    severity=Severity.HIGH,
    keywords=("atzr|",),
    expression=dashed(r"Atzr\|[0-9A-Za-z_/+=-]{100,1000}"),
    entropy=4.0,
    check="random",
    grants="Whoever holds it, and the application's secret, works in a seller's account.",
    revoke="Revoke the application in Seller Central, and change the application's secret.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(
        (
            'refresh_token: "Atzr|IwEB6de·_fOYhQLM262hYHIeFEB-zeScrlCErHFe2_pKHiw9I1NIJgpiijgPivMs8to'
            "669zBtdNMHYllY0v948DSfKF5UxxDafZyNfNZInOw9RoWTwey0QexIFJYS9tg0oX1FKT4dP·O8k2ReySYxhi_eX6"
            "fylGzpPahLzg7vGuVl3T0T9QWQj8GEnKbn9_6cadqChJOzO25S-2uk99JsQCnmVzJ0j9n7zLpEp377pEffX93TY6"
            'MVeNW7Gh6-fv5ADLKyrW0xK"'
        ),
    ),
    ignores=(
        (
            'refresh_token: "Atzr|IwEB012·3456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345678·9abcdefghijklmno"
            "pqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO"
            'PQRSTUVWXYZ0123456789ab"'
        ),
    ),
)

AWS_LWA_SECRET = Credential(
    id="secret-aws-lwa-secret",
    title="Login with Amazon client secret",
    service="Amazon Web Services",
    severity=Severity.HIGH,
    keywords=("amzn1.oa2-cs.",),
    expression=token(r"amzn1\.oa2-cs\.v1\.[0-9a-f]{64}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it exchanges codes and refresh tokens in the name of the application.",
    revoke="Rotate the client credentials in the developer console.",
    source="Derived from examples in public code, and from what other detectors look for.",
    finds=(("LWA_CLIENT_SECRET=amzn1.oa2-cs.v1.59a·00d4b841f8ff3435e8846b933f08d402·57fa1f687ad2f32031b094c1472e3"),),
    ignores=(
        ("LWA_CLIENT_SECRET=amzn1.oa2-cs.v1.012·3456789abcdef0123456789abcdef012·3456789abcdef0123456789abcdef"),
        "LWA_CLIENT_SECRET=amzn1.oa2-cs.v1.138·aa3a2c959effd82460c9ddba74063",
    ),
)

AWS_APPSYNC_KEY = Credential(
    id="secret-aws-appsync-key",
    title="AWS AppSync API key",
    service="Amazon Web Services",
    severity=Severity.MEDIUM,
    keywords=("da2-",),
    expression=token(r"da2-[0-9a-z]{26}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it calls the GraphQL API as far as keys may, until the key expires.",
    revoke="Delete the key in AppSync, or let the API use IAM or Cognito.",
    source="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
    finds=("x-api-key: da2-74k·6m8zdpk8sqianmmd0dt6upu",),
    ignores=(
        "x-api-key: da2-abc·defghijklmnopqrstuvwxyz",
        "x-api-key: da2-j04·udxtyg1edn",
    ),
)
