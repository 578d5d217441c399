"""Draws the shipped templates: `python -m tools.templates` writes `templates/*.docx`.

markup   paragraphs, tables, sections as WordprocessingML
styles   every named style, in Russian; a document carries only those that it uses
package  the members of a DOCX around a body
blocks   the parts that all acts share: header block, grifs, signature block, acquaintance sheet, visas
acts     the five documents of the frame
tables   tables that several papers share: indicators, bars, events
bank     registers, selection, training
questionnaires  blanks
results  the papers of the year's end
papers   the parts of papers that people sign for themselves: addressee, plain text, signature with its day
consents, agreements, changes, attachments   the documents of the year
inventory  the first sheet of a bundle
catalogue  every document by the stem of its file
"""
