"""The law itself on the screen."""
