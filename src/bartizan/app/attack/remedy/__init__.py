"""What takes causes of attack paths away: where it is written, and the edit that does it."""
