"""What an image tells of itself: its configuration, its history, and what is kept beside it."""
