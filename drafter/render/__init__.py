"""From values to files and screens; one file per output format."""
