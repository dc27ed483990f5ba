"""The next days on which the answer changes."""
