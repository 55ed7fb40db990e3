"""The ruling lines of tables: found, judged, put back, taken off."""
