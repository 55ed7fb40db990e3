"""From the picture of a page to its ink alone, on paper that is white."""
