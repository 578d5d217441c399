"""What a command tells its caller by its exit code."""

DONE = 0  # nothing wrong; warnings alone are this too
FOUND = 1  # something wrong in data, acts, templates or documents
WRONG_LINE = 2  # a wrong command line, an unknown kind or code
ENVIRONMENT = 3  # the disk, the converter, a file open in Word
OWN_DEFECT = 70
