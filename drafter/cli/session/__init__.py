"""The interactive drafting session."""
