"""The rule for residue: what other towns, other years and other hands have left."""
