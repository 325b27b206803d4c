"""`python -m drafter` is `drafter`."""

import sys

from drafter.cli.main import run

sys.exit(run())
