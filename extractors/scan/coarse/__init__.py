"""What coarse scans lose, put back: letters, stops, s.d., semicolons; each where Indonesian or the page itself says so."""
