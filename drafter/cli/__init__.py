"""The command line and the interactive session."""
