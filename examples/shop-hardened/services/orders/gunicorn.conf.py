"""How gunicorn serves: TLS when a certificate is mounted, bounded requests, no reload."""

import os

bind = f":{os.environ.get('PORT', '8443')}"
workers = 2
threads = 4
timeout = 30
graceful_timeout = 20
max_requests = 10_000
max_requests_jitter = 1_000
limit_request_line = 4_094
limit_request_fields = 50
control_socket_disable = True
certfile = os.environ.get("TLS_CERTIFICATE_FILE") or None
keyfile = os.environ.get("TLS_KEY_FILE") or None
