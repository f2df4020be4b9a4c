"""Exit 0 when the service answers on its own port; for container engines without probes."""

import http.client
import os
import ssl
import sys


def healthy() -> bool:
    """Return whether /healthz says 200."""
    port = int(os.environ.get("PORT", "8443"))
    if os.environ.get("TLS_CERTIFICATE_FILE"):
        context = ssl.create_default_context(cafile=os.environ.get("TLS_CA_FILE"))
        connection: http.client.HTTPConnection = http.client.HTTPSConnection("localhost", port, timeout=3, context=context)
    else:
        connection = http.client.HTTPConnection("localhost", port, timeout=3)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(0 if healthy() else 1)
