"""From the image of a page to the words and rules a text page would give, one stage a file."""
