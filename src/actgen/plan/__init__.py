"""School × kinds of act -> the documents that must exist, with their words."""

from actgen.plan.document import Document, Held, Plan, Planned, Requisites, Subject
from actgen.plan.facts import Facts
from actgen.plan.faults import Gathered
from actgen.plan.fingerprint import changed_words, word_hashes
from actgen.plan.make import TemplateWords, make_plan
from actgen.plan.selection import planned_documents
from actgen.plan.tree import Doubtful, Leaf, every_word
from actgen.plan.words import document_words

__all__ = [
    "Document",
    "Doubtful",
    "Facts",
    "Gathered",
    "Held",
    "Leaf",
    "Plan",
    "Planned",
    "Requisites",
    "Subject",
    "TemplateWords",
    "changed_words",
    "document_words",
    "every_word",
    "make_plan",
    "planned_documents",
    "word_hashes",
]
