"""Two cases side by side, and one fact otherwise."""
