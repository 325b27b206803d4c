"""The first screen in a full window: go on with an outline, begin a new one, roll a past report forward."""
