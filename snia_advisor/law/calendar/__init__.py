"""Closed days, delays and deadlines."""
