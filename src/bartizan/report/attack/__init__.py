"""Attack paths as every format says them: in words, as JSON values, and in the terms of SARIF."""
