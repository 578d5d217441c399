"""`python -m actgen` is the command `actgen`."""

import sys

from actgen.cli import main

sys.exit(main())
