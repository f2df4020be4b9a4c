"""Networks of Google Cloud: firewall rules and policies, forwarding rules, and the firewalls of services."""
