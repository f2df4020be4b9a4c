"""Amazon Web Services networks: who can open connections to what, by routes, network ACLs, security groups and relays."""
