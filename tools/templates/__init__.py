"""Draws the shipped templates: `python -m tools.templates` writes `templates/*.docx`.

markup   paragraphs, tables, sections as WordprocessingML
styles   every named style, in Russian; a document carries only those that it uses
package  the members of a DOCX around a body
blocks   the parts that all acts share: header block, grifs, signature block, acquaintance sheet, visas
acts     the five documents
"""
