"""Is the rule base sound, is the calendar, is the installation?"""
