"""When each step can be taken and is due."""
