"""Papers: what the departments send, as rows of a facts table."""
