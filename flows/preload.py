"""Imported once in the fork server, whose memory all workers share: the libraries that reading and building need."""

import pipeline.build
import pipeline.copied_text
import pipeline.reports  # noqa: F401
