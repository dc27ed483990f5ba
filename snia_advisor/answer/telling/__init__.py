"""How things are said and set on a page."""
