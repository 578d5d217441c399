"""The craft of what leaves the house: the manifest of built files."""

from actgen.bundle.manifest import ManifestEntry, manifest_text, read_manifest

__all__ = ["ManifestEntry", "manifest_text", "read_manifest"]
