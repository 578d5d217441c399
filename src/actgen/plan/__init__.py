"""School × kinds of act -> the documents that must exist, with their words."""

from actgen.plan.choosing import Choice, choose_documents
from actgen.plan.document import Document, Held, Plan, Planned, Requisites, Subject
from actgen.plan.facts import Facts
from actgen.plan.faults import Gathered
from actgen.plan.file_names import file_name, listed_title
from actgen.plan.fingerprint import changed_words, word_hashes
from actgen.plan.make import TemplateWords, make_plan
from actgen.plan.matching import Candidate, Match, match_mentors
from actgen.plan.roles import role_people
from actgen.plan.selection import meant_by, planned_documents, subject_names
from actgen.plan.tree import Doubtful, Leaf, PlainWord, every_word
from actgen.plan.words import document_words

__all__ = [
    "Candidate",
    "Choice",
    "Document",
    "Doubtful",
    "Facts",
    "Gathered",
    "Held",
    "Leaf",
    "Match",
    "PlainWord",
    "Plan",
    "Planned",
    "Requisites",
    "Subject",
    "TemplateWords",
    "changed_words",
    "choose_documents",
    "document_words",
    "every_word",
    "file_name",
    "listed_title",
    "make_plan",
    "match_mentors",
    "meant_by",
    "planned_documents",
    "role_people",
    "subject_names",
    "word_hashes",
]
