"""What is read of source code: weaknesses, and what it imports."""
