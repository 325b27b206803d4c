"""From files to Documents."""
