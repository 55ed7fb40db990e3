"""The regulations as data, and the matcher that says which indicators a text covers and why."""
