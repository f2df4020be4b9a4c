"""Software packages: one module per format that tells of them (lock files, manifests, databases, binaries)."""
