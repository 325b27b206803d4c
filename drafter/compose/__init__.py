"""From an outline, its facts and the library to a Report."""
