"""Scenario files, their runner and their coverage."""
