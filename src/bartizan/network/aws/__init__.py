"""Amazon Web Services networks: who can open connections to what: routes, network ACLs, security groups, relays."""
