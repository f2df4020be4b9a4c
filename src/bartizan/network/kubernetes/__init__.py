"""The network of a Kubernetes cluster: who can open connections to what, by policies, services and ways in."""
