"""Results of other tools, read from SARIF 2.1.0."""
