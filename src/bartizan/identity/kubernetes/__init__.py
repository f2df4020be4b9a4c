"""Kubernetes RBAC: who may do what in a cluster, by roles, bindings and what is built into the API server.

The rules are those of the API server's own authorizers (`pkg/registry/rbac/validation`, `plugin/pkg/auth/authorizer`)
and of kubernetes.io/docs/reference/access-authn-authz: RBAC only allows, and whatever allows suffices.
"""
