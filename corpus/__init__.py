"""Plans of made-up agencies with their truth, the generator that writes them, and the benchmark."""
