"""Tests of the language craft."""
