"""Networks of Azure: security groups, routes, load balancers and the firewalls of services."""
