"""Order, retries, caching and scale: the Prefect flows, the `renja` command and the run's catalogue."""
