"""The search for credentials in texts: keywords first, then the expressions of the few that can be there."""
