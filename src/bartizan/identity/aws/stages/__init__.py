"""The stages of the published policy evaluation logic, one module each."""
