"""The version of the program; it goes into every fingerprint."""

VERSION = "0.1.0"
