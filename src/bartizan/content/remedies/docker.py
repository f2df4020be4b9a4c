"""Good values of settings in Compose files."""

from bartizan.content.kinds.docker.compose import ComposeService
from bartizan.core.remedy import Remedy

PRIVILEGED = Remedy(of=ComposeService.privileged, to=False, title="Run the service without privileges")
