"""Who the plan is of, for which year, by which decree, signed by whom, resting on which regulations."""

from __future__ import annotations

from extractors.document import Document
from pipeline.identity.agency import find_agency
from pipeline.identity.decree import find_decree
from pipeline.identity.regulations import find_regulations
from pipeline.identity.signatories import find_signatories
from pipeline.identity.year import find_year
from pipeline.identity.zones import part_document
from pipeline.records import Chapter, Identity

__all__ = ["find_identity"]


def find_identity(document: Document, chapters: tuple[Chapter, ...]) -> Identity:
    """Everything the contract's Identity asks; what the document does not say is None."""
    zones = part_document(document, chapters)
    signatories = find_signatories(document)
    agency = find_agency(zones, signatories)
    decree = find_decree(zones)
    return Identity(
        agency=agency.name,
        region=agency.region,
        year=find_year(zones, decree),
        decree=decree,
        signatories=signatories,
        regulations=find_regulations(document),
    )
