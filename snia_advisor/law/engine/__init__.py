"""Proof by durable-rules: nodes compiled to its safe core, one adapter, the proof read off the firings."""
