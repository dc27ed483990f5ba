"""What to do, on the screen: acts, steps with their dates, papers."""
