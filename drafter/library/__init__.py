"""From Documents to the mined library, and back to what others ask of it."""
