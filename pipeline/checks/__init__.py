"""One check, one module: what a careful QA reader would flag, with the place and the reason."""
