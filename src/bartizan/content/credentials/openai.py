"""Credentials of OpenAI."""

from bartizan.content.credentials.spelling import dashed
from bartizan.core.claim import Severity
from bartizan.core.secret import Credential

OPENAI_KEY = Credential(
    id="secret-openai-key",
    title="OpenAI API key",
    service="OpenAI",
    severity=Severity.HIGH,
    keywords=("t3blbkfj",),
    expression=dashed(
        r"sk-(?:[0-9A-Za-z]{20}T3BlbkFJ[0-9A-Za-z]{20}|(?:proj|svcacct|service|None)"
        r"-[0-9A-Za-z_-]{20,80}T3BlbkFJ[0-9A-Za-z_-]{20,80})"
    ),
    entropy=3.5,
    check="random",
    grants="Whoever holds it uses the models at the cost of the account, and reads what is kept there.",
    revoke="Revoke it under API keys, and look at the usage.",
    also=("openai-api-key",),
    source="https://platform.openai.com/docs/api-reference/authentication",
    finds=(
        "OPENAI_API_KEY=sk-TQb·TtyEBjvVrSf6hRDYmT3BlbkFJncN·F8pegDzAmi2JNGbTy",
        (
            'OPENAI_API_KEY="sk-proj-7rU·upy7KaGBEzFVOEukX03hpGN2l9smdyCxxrQuG·88swh31QWnm8oWtv5DP4WO'
            "SDhHOv8AIPC5T3BlbkFJbnL·gHRYgMeROeP6PToxwSo3HUdld374R6oKAQoW5·xe4ofp8L6JMbSw-YFPKh66oa9Q"
            '9LlfsDNa"'
        ),
    ),
    ignores=(
        "OPENAI_API_KEY=sk-012·3456789abcdefghijT3BlbkFJ012·3456789abcdefghij",
        "OPENAI_API_KEY=sk-YtH·IgbsLWFT3BlbkFJyaa·2iJO9mc",
    ),
)

OPENAI_ADMIN_KEY = Credential(
    id="secret-openai-admin-key",
    title="OpenAI admin key",
    service="OpenAI",
    severity=Severity.CRITICAL,
    keywords=("sk-admin-",),
    expression=dashed(r"sk-admin-[0-9A-Za-z_-]{20,80}T3BlbkFJ[0-9A-Za-z_-]{20,80}"),
    entropy=3.0,
    check="random",
    grants="Whoever holds it manages the projects, users and keys of the organisation.",
    revoke="Revoke it under Admin keys.",
    also=("openai-api-key",),
    source="https://platform.openai.com/docs/api-reference/admin-api-keys",
    finds=(
        (
            "OPENAI_ADMIN_KEY=sk-admin-hZL·3WQ6cBD8sJtM4uSaHxGCI2P5jBJKW·wxYeH8gFsu-F7CPxUc_OQefDVuT3"
            "BlbkFJpy5·TeqLA7bHkmCk1kOwafK3QMb4ax3Bp·gIR-EK_J8g90SpHIZxSp26jOI4"
        ),
    ),
    ignores=(
        (
            "OPENAI_ADMIN_KEY=sk-admin-012·3456789abcdefghijklmnopqrstuv·wxyzABCDEFGHIJKLMNOPQRSTUVT3"
            "BlbkFJ012·3456789abcdefghijklmnopqrstuv·wxyzABCDEFGHIJKLMNOPQRSTUV"
        ),
    ),
)
