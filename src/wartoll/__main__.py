"""`python -m wartoll` is the command `wartoll`."""

import sys

from wartoll.cli import main

sys.exit(main())
