"""From a draft and the corpus to findings."""
