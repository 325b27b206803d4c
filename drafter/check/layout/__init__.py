"""The layout rule: a Word draft's pages, type and marks held against the official layout and the house rules."""
