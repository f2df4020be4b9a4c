"""Attack steps: who gets on from where, and in the end the ways they make."""
