"""A skill in bare words: without who makes it, how well somebody knows it, endings, and shortened words."""

import re

from models import name_key

MAKERS = frozenset(["ms", "microsoft", "google", "adobe", "apache", "ibm", "sap", "aws"])
FILLERS = frozenset(["the", "a", "an", "and", "of", "in", "for", "skills", "skill", "programming", "developer"])
BEST = 10
"""The highest number that may be a level."""
LEVEL_WORDS = """
advanced expert basic basics beginner intermediate novice proficient proficiency fluent level years year yrs
fortgeschritten fortgeschrittene experte expertin anfanger grundkenntnisse grundlagen jahre
avanzado avanzada basico basica intermedio intermedia experto experta principiante nivel anos
avance avancee debutant debutante intermediaire niveau ans
avancado avancada iniciante avanzato avanzata principiante livello anni
"""
LEVELS = frozenset(LEVEL_WORDS.split())
"""How well somebody knows something."""
SHORTENED = """
mgmt = management | mgt = management | mgm = management | proj = project | comm = communication | comms = communication
dev = development | biz = business | admin = administration | org = organization | eng = engineering
intl = international | strat = strategy | analytics = analysis | js = javascript | ts = typescript | py = python
ml = machine learning | ai = artificial intelligence | ki = künstliche intelligenz | hr = human resources
ux = user experience | ui = user interface | pm = project management | pr = public relations | qa = quality assurance
bi = business intelligence | nlp = natural language processing | dei = diversity equity inclusion
seo = search engine optimization | crm = customer relationship management
"""
SHORT = {
    short: whole.split()
    for line in SHORTENED.strip().splitlines()
    for short, _, whole in (pair.partition(" = ") for pair in line.split(" | "))
}
"""What is usually written short, in whole words; "power bi" is no business intelligence, see ``NAMES``."""
NAMES = {"power bi": "powerbi", "power point": "powerpoint"}
ENDINGS = ("ations", "ation", "ating", "iation", "ings", "ing", "ies", "es", "ed", "s", "e", "y", "ion", "er")
WORD = re.compile(r"[^\W_]+[+#]*")
"""A word, with what tells C from C++ and C#."""
PART = re.compile(r"[(\[][^()\[\]]*[)\]]|[^\s()\[\],:;\u2013\u2014]+|[,:;\u2013\u2014]")
MARK = re.compile(r"[(\[:,;\u2013\u2014-]")
KNOWS = re.compile(r"\bknowledge (?:of|in)\b|\bkenntnisse in\b|\bconocimientos? de\b|(?<=\w)\.js\b")


def bare(name: str) -> str:
    """A skill without case, accents, order, endings, level and who makes it: MS Excel, excel, Excel (advanced)."""
    telling = _telling(name)
    whole = [part for word in telling for part in SHORT.get(word, (word,))]
    return " ".join(sorted({_stem(word) for word in whole}))


def joined(name: str) -> str:
    """The skill as one word: Power Point, PowerPoint."""
    return "".join(WORD.findall(name_key(name)))


def plain(name: str) -> str:
    """The name without a level that is set apart, as it is written: Excel of "Excel (advanced)" and "Excel: 4"."""
    parts = PART.findall(name) if MARK.search(name) or "/" in name else []
    ends = next((at for at in range(1, len(parts)) if _are_level(parts[at:])), len(parts))
    return name[: _place(name, parts, ends)].rstrip() if ends < len(parts) else name


def _are_level(parts: list[str]) -> bool:
    """Whether all that follows is set apart and says how well: (advanced), - expert, : 4, 5/5."""
    words = WORD.findall(name_key(" ".join(parts)))
    says = all(word in LEVELS or (word.isdecimal() and int(word) <= BEST) for word in words)
    return bool(words) and says and bool(MARK.match(parts[0]) or "/" in parts[0])


def _place(name: str, parts: list[str], ends: int) -> int:
    """Where in the name the part stands."""
    place = 0
    for part in parts[:ends]:
        place = name.index(part, place) + len(part)
    return place


def _telling(name: str) -> list[str]:
    words = WORD.findall(KNOWS.sub(" ", name_key(plain(name))))
    spoken = " ".join(words)
    for apart, together in NAMES.items():
        spoken = re.sub(rf"\b{apart}\b", together, spoken)
    words = WORD.findall(spoken)
    return [word for word in words if word not in MAKERS | FILLERS | LEVELS] or words


def _stem(word: str) -> str:
    """The word without its ending: negotiating and negotiation, leader and leaders."""
    for _ in range(2):  # the plural, and what is left
        word = next(
            (word.removesuffix(one) for one in ENDINGS if word.endswith(one) and len(word) >= len(one) + 3), word
        )
    return word
