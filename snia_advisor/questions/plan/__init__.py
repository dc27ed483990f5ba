"""What to do, when, with which papers."""
