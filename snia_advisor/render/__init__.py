"""Results on the screen and as JSON: words and lines only, nothing is decided here."""
