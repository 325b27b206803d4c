"""The rule for figures: what a draft states in numbers, held against itself."""
