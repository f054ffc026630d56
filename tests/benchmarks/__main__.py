"""The way in from the command line."""

import sys

from tests.benchmarks.running import main

sys.exit(main(sys.argv[1:]))
