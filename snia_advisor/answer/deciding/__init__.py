"""What a case decides, what it depends on, and the proof."""
