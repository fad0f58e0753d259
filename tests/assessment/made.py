"""Small questionnaires made for tests, so that no test of the machine rests on the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.questionnaire.loader import load

if TYPE_CHECKING:
    from app.questionnaire.definition import Questionnaire

ABOUT = (
    "about: {title: Made, edition: {id: made-1, covers_from: 2020-01-01, read_on: 2026-06-30}}\n"
)

GROUPS = """
groups:
  item:
    plural: items
    key: i
    title: Items
    one: item
    name: item_name
    complete: Are these all the items?
    inside: item_inside
  destination:
    plural: destinations
    key: d
    title: Destinations
    one: destination
    name: destination_name
    complete: Are these all the destinations?
  party:
    plural: parties
    key: p
    title: Parties
    one: party
    name: party_name
    complete: Are these all the parties?
    belongs_to: {destination: party_destinations}
sections:
  items: {title: Items, order: 1, of: item}
  places: {title: Places, order: 2, of: destination}
  who: {title: Parties, order: 3, of: party}
countries:
  CN: {name: China}
  FR: {name: France}
  MO: {name: Macau}
  NO: {name: Norway}
units: {TPP: TFLOPS*bit}
sources:
  law: {title: A made law, edition: 2026-06-30}
"""

QUESTIONS = """
questions:
  item_name: {section: items, of: item, kind: text, ask: What is it called?, fact: name}
  item_inside: {section: items, of: item, kind: member, group: item, ask: In which does it stand?}
  kind:
    section: items
    of: item
    kind: one_of
    ask: What kind of thing is it?
    fact: kind of thing
    options: {chip: A chip, box: A box, paper: A document}
  speed:
    section: items
    of: item
    kind: table
    ask: How fast is it?
    fact: throughput
    unit: TFLOPS
    rows: {fp8: {title: FP8, bits: 8}, fp16: {title: FP16, bits: 16}}
    whole_when: no_other
    ask_when: kind != paper
  no_other: {section: items, of: item, kind: yes_no, ask: Does the sheet list no other?}
  area:
    section: items
    of: item
    kind: number
    unit: mm2
    least: 1
    most: 2000
    ask: How large is the die?
    fact: die area
    ask_when: kind != paper
  datacenter: {section: items, of: item, kind: yes_no, ask: Is it sold for data centers?}
  destination_name: {section: places, of: destination, kind: text, ask: What is it called?}
  country: {section: places, of: destination, kind: country, ask: Which country?, fact: country}
  party_name: {section: who, of: party, kind: text, ask: Who is it?, personal: yes}
  party_destinations:
    {section: who, of: party, kind: members, group: destination, ask: Where does it act?}
  head_office: {section: who, of: party, kind: country, ask: Where is the head office?}
"""

LAW = """
parameters:
  limit_a: {title: limit of A, unit: TPP, values: {2022-01-01: 4800}, cites: [law/A]}
  limit_b: {title: limit of B, unit: TPP, values: {2022-01-01: 1600}, cites: [law/B]}
  dense: {title: density limit, unit: TPP/mm2, values: {2022-01-01: 5.92}, cites: [law/B]}
sets:
  listed: {title: the listed countries, values: {2022-01-01: [CN], 2026-09-01: [CN, NO]}}
  near: {title: listed and near, combine: [listed], plus: [MO]}
figures:
  power:
    of: item
    unit: TPP
    digits: 0
    title: processing power
    value: highest(speed, each * each.bits)
    because: The fastest format makes {power}.
    second_reading: {name: all paths summed, value: "sum(speed, each * each.bits)", cites: [law/N]}
  density: {of: item, unit: TPP/mm2, title: density, value: power / area}
rules:
  is_a:
    of: item
    kind: classification
    entry: A
    title: a fast chip
    when:
      - {says: it is a chip or holds one, is: "kind in [chip, box]"}
      - {says: fast enough, is: power >= limit_a}
    because: "{power} is at or above {limit_a}."
    but: "{power} is below {limit_a}."
    cites: [law/A]
  is_b:
    of: item
    kind: classification
    entry: B
    title: a dense chip
    when: ["kind in [chip, box]", power >= limit_b, density >= dense]
    unless: [not_for_centers]
    cites: [law/B]
  not_for_centers:
    of: item
    kind: exclusion
    title: not sold for data centers
    when: not datacenter and power < limit_a
    cites: [law/N]
  everywhere:
    of: item x destination
    kind: requirement
    entry: law 1
    title: the text asks for a licence everywhere
    when: is_a or is_b
    status:
      - {from: 2025-01-13, is: in_force, cites: [law/E]}
      - {from: 2025-05-13, is: not_enforced, cites: [law/E], note: announced}
    cites: [law/E]
  listed_place:
    of: item x destination
    kind: requirement
    entry: law 2
    title: the destination is listed
    when: (is_a or is_b) and country in listed
    cites: [law/P]
  head_office_there:
    of: item x destination
    kind: requirement
    entry: law 3
    title: a party has its head office in a listed country
    when: (is_a or is_b) and any(parties, head_office in near)
    cites: [law/H]
determinations:
  class:
    of: item
    section: items
    kind: classification
    title: Classification
    outcomes:
      - {value: A, says: Entry A, when: is_a, tone: depends}
      - {value: B, says: Entry B, when: is_b, tone: depends}
      - {value: neither, says: Neither A nor B, tone: none}
  licence:
    of: item x destination
    section: places
    kind: licence
    title: Licence
    outcomes:
      - value: required
        says: Licence required
        when: everywhere or listed_place or head_office_there
        tone: required
      - {value: not_required, says: No licence by the lists, tone: none}
"""


def made(*more: str) -> Questionnaire:
    """A questionnaire of items, destinations and parties, with more text added to its folder."""
    texts = {"made/about.yaml": ABOUT + GROUPS + QUESTIONS + LAW}
    texts |= {f"made/more{number}.yaml": text for number, text in enumerate(more)}
    return load(texts)
