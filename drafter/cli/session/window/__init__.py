"""The session in a full window: the outline's tree, the part being written, and what helps beside it."""
