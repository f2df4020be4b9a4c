"""What other tools and providers export: policies, roles and bindings as JSON. One format, one module."""
