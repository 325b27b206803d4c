"""The rule for formulations: fixed wordings that are misquoted."""
