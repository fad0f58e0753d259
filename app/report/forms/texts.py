"""The twelve forms: what is asked, what is stated, who signs. Values, no code.

An ``Ask`` names the question whose answer fills its line; where that is not answered a line stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Each(Enum):
    """For whom a form has a sheet: once, or for each member that the assessment holds."""

    ONCE = ""
    PERSON = "person"
    RECEIVER = "party"
    DESTINATION = "destination"


@dataclass(frozen=True, slots=True)
class Ask:
    """A line of a form; ``question`` fills it, ``tall`` gives it room for some sentences."""

    label: str
    question: str = ""
    tall: bool = False


@dataclass(frozen=True, slots=True)
class FormText:
    """A form as its author wrote it."""

    id: str
    number: int
    title: str
    says: str
    lead: str
    asks: tuple[Ask, ...]
    stated: tuple[str, ...] = ()
    signers: tuple[tuple[str, str], ...] = ()
    each: Each = Each.ONCE
    items: bool = False
    inside: bool = True
    fillable: bool = False


_PERSON = (
    Ask("Name in capitals", "person_name"),
    Ask("Employer", "person_employer"),
    Ask("Place of work", "person_work_country"),
)
_BRIEFED = (
    "I have read the plan, or it was explained to me, and my questions were answered.",
    "I may access only the items written above, for my work, at the places named.",
    "I will not show, send, describe or make reachable any of them to anyone not registered for them.",
    "Administrator rights, screen sharing and pictures count as access.",
    "I will put nothing controlled into an AI tool that the plan does not approve.",
    "If something goes wrong, or I am not sure, I will stop and call the number that the plan names.",
    "My duties go on after my access, or my employment, has ended.",
    "I know that I may report a concern in good faith without fear for my position.",
)
_OWNER, _OFFICER = ("Plan owner", "plan_owner"), ("Export compliance officer", "compliance_officer")

FORMS = (
    FormText(
        "briefing", 1, "Briefing and acknowledgement",
        "Signed by each person before the first access.",
        "To be signed before the first access and filed with the register of persons.",
        (*_PERSON, Ask("Register number"), Ask("Items I may access"),
         Ask("Access begins", "person_from"), Ask("Access ends", "person_until"),
         Ask("Number to call", "stop_contact")),
        _BRIEFED, (("Person", "person_name"), ("Briefed by", "")),
        each=Each.PERSON, items=True, fillable=True,
    ),
    FormText(
        "access-request", 2, "Access request and approval",
        "Asked for and approved before anybody is registered.",
        "Nobody has access until the last line is signed. Citizenship or residence is asked apart, "
        "after an offer is made, and only where the release of technology turns on it.",
        (*_PERSON, Ask("Items or systems asked for"), Ask("Why the work needs it", tall=True),
         Ask("From"), Ask("Until"), Ask("Licence, exception or other basis, with its number"),
         Ask("Screening: list, date, result"), Ask("Conditions of the licence that apply", tall=True)),
        ("The memo draws a conclusion on release to this person for each item asked for.",
         "The person was screened on the day written above.",
         "The briefing is signed, or will be before the first access."),
        (("Asked for by", ""), _OFFICER, _OWNER),
        each=Each.PERSON, items=True,
    ),
    FormText(
        "visitor", 3, "Visitor",
        "Before a visit to rooms or systems that hold controlled items.",
        "To be filled before the visit. A visitor sees only what is written here and is never alone.",
        (Ask("Name in capitals"), Ask("Employer and country of its head office"),
         Ask("Purpose of the visit", tall=True), Ask("Day, from, until"),
         Ask("Rooms and screens on the way"), Ask("Devices brought"), Ask("Escort"),
         Ask("Screening: list, date, result"), Ask("Badge number")),
        ("Controlled documents, screens and parts on the way are covered or put away.",
         "No demonstration, drawing or talk goes beyond what is published or approved."),
        (("Visitor", ""), ("Host", ""), ("Head of physical security", "physical_security")),
        inside=True,
    ),
    FormText(
        "non-disclosure", 4, "Statement on non-disclosure",
        "From persons of other firms and countries before they see technology.",
        "Signed before technology is shown. It binds beside any contract and takes nothing from it.",
        (Ask("Name in capitals"), Ask("Employer"), Ask("Position"), Ask("Work that needs access", tall=True),
         Ask("Technology shown, by title and revision", tall=True)),
        ("I will not show, send or describe it to anybody who is not named for it in writing.",
         "I will not take it, or a device that holds it, to another country without approval in writing.",
         "I will not put it into an AI tool or an account that the firm has not approved.",
         "I will return or delete it when asked, and confirm that in writing.",
         "I will tell the firm at once if any of this may have been broken.",
         "My duties go on after the work has ended."),
        (("Signed by", ""), ("Received for the firm by", "")),
        items=True, inside=False,
    ),
    FormText(
        "travel", 5, "Travel and items carried by hand",
        "Before a device, file or part goes abroad.",
        "To be approved before departure. What is not written here stays at home.",
        (Ask("Traveller"), Ask("Countries, with those of transit"), Ask("From, until"),
         Ask("Devices, with serial numbers", tall=True), Ask("Controlled files or parts carried", tall=True),
         Ask("Accounts reached from abroad"), Ask("Licence, exception or other basis for each country", tall=True)),
        ("Only a device made ready for travel is taken, encrypted, without local copies.",
         "The devices stay under my control and are not lent.",
         "Loss, search or seizure is reported at once to the number of the plan.",
         "Everything taken comes back by the day written above."),
        (("Traveller", ""), _OFFICER),
        items=True,
    ),
    FormText(
        "out-briefing", 6, "Removal of access and out-briefing",
        "When somebody's access ends, whatever the reason.",
        "Access is taken away on the day, before this sheet is signed.",
        (*_PERSON, Ask("Register number"), Ask("Access ended on", "person_until"),
         Ask("Accounts, keys and badges withdrawn, with time", tall=True),
         Ask("Returned: devices, documents, parts", tall=True)),
        ("I hold no copy of anything controlled, on paper or in any account or device.",
         "I was told that my duties go on after my access, or my employment, has ended.",
         "I know whom to call if I find something later or am asked for it."),
        (("Person", "person_name"), ("Withdrawn by", ""), _OWNER),
        each=Each.PERSON,
    ),
    FormText(
        "incident", 7, "Incident",
        "First facts of something that may have gone wrong.",
        "Write what was seen, not what may follow from it. Who was involved does not look into it "
        "alone. Counsel decides what is written up further.",
        (Ask("Reported by"), Ask("First call", "incident_contact"), Ask("Day and hour it was noticed"),
         Ask("What was seen", tall=True), Ask("Items, files or systems", tall=True),
         Ask("Persons and countries that may have been reached", tall=True),
         Ask("What was stopped, and when"), Ask("What was kept as evidence, and where", tall=True),
         Ask("Counsel told on", "")),
        ("Shipment, release or account was stopped.", "Logs and devices were kept unchanged.",
         "Nobody outside the firm was told before counsel was asked."),
        (("Reported by", ""), _OFFICER, ("Counsel for disclosure", "disclosure_counsel")),
    ),
    FormText(
        "annual-certification", 8, "Annual certification by the owner of the plan",
        "Once a year: the plan was run, or where it was not.",
        "A box that cannot be ticked is left open and explained below. The self-audit goes with it.",
        (Ask("Period from"), Ask("Until"), Ask("Plan in force since", "plan_from"),
         Ask("Self-audit made on", ""), Ask("Next audit", "next_audit"),
         Ask("Exceptions, gaps and their due dates", tall=True)),
        ("The plan was looked at against the firm as it is today.",
         "The register of persons agrees with accounts and badges.",
         "Everybody registered was briefed before the first access.",
         "Serial numbers were counted and agree with the register.",
         "Every shipment and release of the sample has its papers.",
         "Every incident known to me was reported and closed, or is listed below."),
        (_OWNER, ("Officer with stop authority", "stop_officer")),
    ),
    FormText(
        "partner-certification", 9, "Certification by a partner",
        "From resellers, hosts and integrators, once a year.",
        "Given to {firm} for the items named here and for the twelve months before the day of signature.",
        (Ask("Partner"), Ask("Address"), Ask("Head office and ultimate parent, with countries"),
         Ask("Owners of half or more"), Ask("Customers served with the items, by country", tall=True)),
        ("We sold, lent or hosted the items only for customers that we identified and screened.",
         "We asked each customer for its end use and kept the answer.",
         "We passed on the conditions of licences and the duty to ask before resale or reexport.",
         "We know of no resale, transfer or remote use outside these conditions, or have listed it below.",
         "We hold the serial numbers and places of the items and will show our records on request."),
        (("For the partner", ""),),
        items=True, inside=False,
    ),
    FormText(
        "end-use-statement", 10, "End-use and end-user statement",
        "From whoever receives or uses the items.",
        "Given to {firm}. It may be shown to the authorities that decide on the export.",
        (Ask("Name of the party", "party_name"), Ask("Address", "party_address"),
         Ask("Business", "party_business"), Ask("Country of the head office", "headquarters"),
         Ask("Ultimate parent and its country", "parent_name"),
         Ask("Order or contract, with date"), Ask("Site of use, with street and country"),
         Ask("What the items will be used for, in detail", tall=True),
         Ask("Who else will use them, at the site or from afar", tall=True)),
        ("We are the end user.", "We receive the items for the end user named above.",
         "The items will not be used for nuclear, chemical or biological weapons, or for missiles.",
         "The items will not be used by or for armed forces, or for military intelligence.",
         "The items will not be used to develop or make semiconductors or supercomputers, unless written above.",
         "Nobody whose head office, or whose parent's, lies elsewhere will train models with them, unless written above.",
         "We will not resell, reexport or transfer them, or let others use them, without approval in writing.",
         "We will answer questions and allow a visit to check the use."),
        (("For the party", ""),),
        each=Each.RECEIVER, items=True, inside=False, fillable=True,
    ),
    FormText(
        "data-centre-statement", 11, "Statement of a data centre",
        "From whoever houses or runs the items for others.",
        "Given to {firm}. It may be shown to the authorities that decide on the export.",
        (Ask("Operator"), Ask("Head office and ultimate parent, with countries"),
         Ask("Site, with street", "destination_city"), Ask("Country of the site", "country"),
         Ask("Purpose", "destination_why", tall=True), Ask("Racks or halls, and who can enter them"),
         Ask("Administrators: employer and country", tall=True),
         Ask("Tenants and their head offices", tall=True),
         Ask("How tenants reach the items: shell, interface, outputs only"),
         Ask("Serial numbers held", tall=True)),
        ("The items stay at the site and are counted at least once a year.",
         "Each tenant is identified, with head office and ultimate parent, before access.",
         "Large training runs are looked at before they start.",
         "Access is logged and the logs are kept; unusual use can be stopped at once.",
         "We will tell {firm} before an item is moved, sold or given to another tenant for its own use."),
        (("For the data centre", ""),),
        each=Each.DESTINATION, items=True, inside=False, fillable=True,
    ),
    FormText(
        "deletion-certificate", 12, "Certificate of return or deletion",
        "When a licence, a project or a contract has ended.",
        "Given to {firm}. Deleted means that no copy can be brought back with reasonable means.",
        (Ask("Given by"), Ask("Licence, contract or project that has ended"),
         Ask("What was returned, with serial numbers", tall=True),
         Ask("What was deleted: files, weights, backups, accounts", tall=True),
         Ask("How it was deleted"), Ask("Day and place"),
         Ask("What is kept, and under which duty", tall=True)),
        ("Copies held by others for us were returned or deleted too.",
         "Backups are covered, or the day on which they lapse is written above."),
        (("Deleted by", ""), ("For the party", "")),
        items=True, inside=False,
    ),
)  # fmt: skip
"""Every form, in the order of their numbers."""
