"""The plan: chapters, identity, action rows, checks, coverage, reports. Pure functions over typed records."""
