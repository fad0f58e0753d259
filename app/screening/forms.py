"""Words that say little: legal forms, words that every other firm bears, and spellings of one word.

A legal form is never cut off a name: it is marked, and weighs nothing beside the rest.
"""

from __future__ import annotations

import re
from functools import cache

from anyascii import anyascii
from cleanco import termdata
from rapidfuzz.distance import OSA

_WORD = re.compile(r"[a-z0-9]+")
_SHORT, _LONG = 2, 4

# What the library of company forms does not know: forms as they stand in the lists.
_MORE_FORMS = """
aktsionernoe obshchestvo|aktsionernoye obshchestvo|publichnoe aktsionernoe obshchestvo
publichnoye aktsionernoye obshchestvo|otkrytoe aktsionernoe obshchestvo
zakrytoe aktsionernoe obshchestvo|obshchestvo s ogranichennoy otvetstvennostyu
obshchestvo s ogranichennoi otvetstvennostyu|otkrytoye aktsionernoye obshchestvo
public joint stock company|open joint stock company|closed joint stock company
private joint stock company|joint stock company|limited liability company
limited liability partnership|limited partnership|public limited company|private limited
pjsc|ojsc|cjsc|jsc|pao|ao|pvt|pvt ltd|private ltd|co ltd|company limited|company ltd
sociedad anonima|sociedad de responsabilidad limitada|sociedad limitada|societe anonyme
societa per azioni|gesellschaft mit beschraenkter haftung|gesellschaft mit beschrankter haftung
aktiengesellschaft|kabushiki kaisha|kaisha|fze|fzc|fzco|fz llc|fzllc|dmcc|pjs|pjsco|psc|wll|w l l
sti|ltd sti|limited sirketi|ltd sirketi|sirketi|anonim sirketi|as
s a de c v|sa de cv|s de rl de cv|s a s|e i r l|y cia|cia|compania|gmbh co kg|mbh|se|nv|bv
perseroan terbatas|tbk|sendirian berhad|berhad|sh p k|doo|dooel|spolka z oo|sp zoo|srl|sarl|spa
youxian gongsi|gufen youxian gongsi|youxian zeren gongsi|gongsi|yuhan hoesa|chusik hoesa
"""

_SPELLINGS = """
international intl internationale internacional mezhdunarodnaya mezhdunarodny
technology technologies technological tech technologie technologies tekhnologii teknoloji techno
engineering engg eng ingenieria muhendislik
industries industry industrial inds industrie sanayi
manufacturing mfg manufacture manufacturer manufacturers
university univ universitet universidad universite
institute institut inst instituto instituta
national natl nacional natsionalny
government govt
electronics electronic elec elektronik electronica elektronika
electric electrical elektrik
development dev
group grp groupe gruppa grupo gruppe grup
management mgmt
services service svc svcs
systems system sys sistemas sistemy
laboratory laboratories lab labs laboratoriya
center centre ctr centro tsentr zentrum
trading trade trdg ticaret torgovy
equipment equip
science sciences sci
scientific nauchny nauchno
research rsch
communications communication comm comms
enterprise enterprises
investment investments
product products
machinery machine machines
instrument instruments
component components
solution solutions
material materials
holding holdings
company companies co compania
corporation corp korporatsiya corporacion
limited ltd ltda
joint jt
brothers bros
department dept
association assn assoc
import imports
export exports
aviation aviatsionny
aerospace aerokosmos
shipping ship ships
transport transportation
petroleum petro
chemical chemicals chem
pharmaceutical pharmaceuticals pharma
factory zavod plant fabrika
military voenny
saint st sankt
mohammed muhammad mohammad mohamed mohamad muhammed mohd muhd mohamud mehmet mohammod mahomed
abdul abdel abdal abd
al el ul
bin ben ibn
abu abou
hussein husayn hussain hossein husain hoseyn hussin
yusuf yousef yousif youssef yosef
ahmed ahmad ahmet
ali aly
hassan hasan
omar umar
osman usman othman uthman
said saeed sayed saeid
khalid khaled
sergey sergei serguei
aleksandr alexander aleksander alexandr
aleksey alexei alexey aleksei
dmitry dmitri dmitriy dimitri
yevgeny evgeny evgeniy yevgeniy evgeni
yury yuri yuriy iouri
andrey andrei
mikhail michail mihail
nikolay nikolai
1 i one first
2 ii two second
3 iii three third
4 iv four fourth
5 v five fifth
6 vi six sixth
7 vii seven seventh
8 viii eight eighth
9 ix nine ninth
10 x ten tenth
11 xi eleven
12 xii twelve
13 xiii thirteen
14 xiv fourteen
15 xv fifteen
20 xx twenty
"""

# In lists that hold few names nothing is frequent; these are, everywhere.
_COMMON = """
academy advanced aerospace africa african agency agricultural air airlines america american
arab asia asian associates association automation automotive aviation bank bay beijing best black
blue branch bright building business capital care cargo central century chemical china chinese city
commerce commercial company computer computers construction consulting control cooperation
corporation creative data design digital direct distribution dubai dynamic dynamics east eastern
education electric electronics energy engineering enterprise environmental equipment euro europe
european export express factory filial finance financial first food foods foundation freight future gas
general global gold golden gmbh great green group harbor health high holding home hong hotel house
image imaging import india industrial industries industry infinity information innovation
institute instruments insurance integrated intelligence international investment island kong lab
laboratory land light line link logistics machine machinery management manufacturing marine
maritime market marketing material materials mechanical media medical metal metals micro military
mining mobile moscow motor motors national natural net network new nord north northern nova ocean office
oil optical optics orient oriental pacific park partners petroleum pharmaceutical point port power
precision premier prime pro product products professional project properties quality radio real
red regional research resources river road robotics rock royal russia russian science sea security
semiconductor service services shanghai shenzhen shipping silver sky smart software solar
solutions source south southern space special star state steel stone storage studio sun supply
surgical swiss system systems team technical technology tehran telecom textile tools total trade trading
training transport travel united universal university valley vehicle venture vision water web west
western white wind wireless wood works world young
"""


def _phrases() -> frozenset[tuple[str, ...]]:
    listed = [*termdata.terms_by_type.values(), *termdata.terms_by_country.values()]
    texts = [text for terms in listed for text in terms]
    texts += [text for line in _MORE_FORMS.split("\n") for text in line.split("|")]
    # A dotted form is written with its dots, without, and with spaces instead.
    spellings = {tuple(_WORD.findall(anyascii(text).lower())) for text in texts}
    spellings |= {("".join(words),) for words in spellings if all(len(w) == 1 for w in words)}
    return frozenset(words for words in spellings if words and words != ("uk",))


PHRASES = _phrases()
"""Every legal form as the words it consists of."""

LONGEST_PHRASE = max(map(len, PHRASES))
_SHORT_FORMS = (
    "ltd llc inc corp plc gmbh sdn bhd pte pty jsc ojsc cjsc pjsc ooo oao zao pao sarl srl"
)
FORM_WORDS = frozenset(
    word for phrase in PHRASES for word in phrase if len(word) > _LONG
) | frozenset(_SHORT_FORMS.split())
"""Words that are a part of a legal form even where the form is broken up or misspelt."""

_SHORTEST_FORMS = _SHORT_FORMS.split()

_ENDING = re.compile(
    r"(?<=[a-z0-9]{3})(?:ltd|llc|inc|gmbh|pte|sprl|sdn|bhd|coltd|limited|company|corporation|incorporated)$"
)
_BEGINNING = re.compile(
    r"^(?:ooo|oao|zao|pjsc|ojsc|cjsc|jsc)(?=[a-z0-9]{3})|^(?:limited|company|joint)(?=[a-z]{4})"
)
STOP_WORDS = frozenset(
    [
        "an",
        "and",
        "da",
        "das",
        "de",
        "del",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "et",
        "for",
        "la",
        "le",
        "of",
        "the",
        "und",
    ]
)
COMMON = frozenset(_COMMON.split())
SPELLINGS = {word: line.split()[0] for line in _SPELLINGS.split("\n") for word in line.split()}
"""Each known spelling of a word, and the word."""

# Written without spaces, these would otherwise be one word with the name before them.
HAN = {
    "股份有限公司": "co ltd", "有限责任公司": "co ltd", "有限公司": "co ltd", "公司": "co",
    "技术": "technology", "技術": "technology", "科技": "technology", "集团": "group",
    "集團": "group", "电子": "electronics", "電子": "electronics", "国际": "international",
    "國際": "international", "贸易": "trading", "貿易": "trading", "工业": "industry",
    "工業": "industry", "研究所": "research institute", "研究院": "research institute",
    "大学": "university", "大學": "university", "学院": "institute", "中国": "china",
    "中國": "china", "北京": "beijing", "上海": "shanghai", "深圳": "shenzhen",
    "香港": "hong kong", "广州": "guangzhou", "南京": "nanjing", "西安": "xian",
    "成都": "chengdu", "武汉": "wuhan", "航空": "aviation", "航天": "aerospace",
    "通信": "communications", "半导体": "semiconductor", "制造": "manufacturing",
    "设备": "equipment", "系统": "systems", "工程": "engineering", "科学": "science",
    "物流": "logistics", "进出口": "import export", "进出": "import export",
    "株式会社": "co ltd", "有限会社": "co ltd", "대학교": "university", "주식회사": "co ltd",
}  # fmt: skip
HAN_WORDS = re.compile("|".join(sorted(HAN, key=len, reverse=True)))


@cache
def spelling(word: str) -> str:
    """The word that ``word`` is a spelling of; itself where none is known."""
    return SPELLINGS.get(word) or (word.lstrip("0") or "0" if word.isdigit() else word)


@cache
def is_nearly_a_form(word: str) -> bool:
    """Whether a short word is a legal form but for one letter; many such words are names."""
    short = (form for form in _SHORTEST_FORMS if len(word) <= len(form) + 1)
    return any(OSA.distance(word, form, score_cutoff=1) <= 1 for form in short)


def apart(word: str) -> tuple[str, ...]:
    """A word from which a legal form that runs into it is taken off."""
    for form in (_ENDING, _BEGINNING):
        found = form.search(word)
        if found and word not in FORM_WORDS:
            rest = word[: found.start()] or word[found.end() :]
            return (rest, found.group()) if found.start() else (found.group(), rest)
    return (word,)


def together(words: list[str]) -> list[str]:
    """Words of which two make a legal form are that form."""
    found: list[str] = []
    for word in words:
        if found and len(found[-1]) + len(word) > _LONG and found[-1] + word in FORM_WORDS:
            found[-1] += word
        else:
            found.append(word)
    return found


def legal_places(words: tuple[str, ...]) -> frozenset[int]:
    """Where the legal forms stand; forms of one or two letters only at an end of the name."""
    found: set[int] = set()
    place = 0
    while place < len(words):
        length = _phrase_at(words, place)
        found |= set(range(place, place + length))
        place += length or 1
    return frozenset(found)


def _phrase_at(words: tuple[str, ...], place: int) -> int:
    for length in range(min(LONGEST_PHRASE, len(words) - place), 0, -1):
        phrase = words[place : place + length]
        if phrase in PHRASES and not _is_doubtful(phrase, place, len(words)):
            return length
    return 0


def _is_doubtful(phrase: tuple[str, ...], place: int, count: int) -> bool:
    if len(phrase) > 1 or len(phrase[0]) > _SHORT:
        return False
    return place != 0 and place + 1 != count and phrase[0] != "co"
