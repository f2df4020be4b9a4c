"""Network reach: who can open connections to what, by routes and firewalls. An engine per provider."""
