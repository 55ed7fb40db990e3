"""The benchmark: how good, how sure, how fast, and against whom."""
