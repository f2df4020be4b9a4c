"""What a change does: two states of a target compared, and fixes tried before they are made."""
