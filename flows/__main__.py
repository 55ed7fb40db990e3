"""`python -m flows`, the same as `renja`."""

from flows.cli import main

main()
