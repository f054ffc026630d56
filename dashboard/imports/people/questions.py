"""What sign-up forms ask, where the question is the name of the column; in bare words, without accents."""

import re

from dashboard.imports.likeness import words
from dashboard.imports.people.question_words import (
    BOSS,
    CAN,
    FIRM,
    GIVE,
    HOW_MANY,
    IS,
    LEARN,
    LIVE,
    MAIL,
    MENTEES,
    PLACE,
    POST,
    SPEAK,
    TONGUES,
    UNIT,
    WANT,
    WHAT,
    WORK,
    YOUR,
    any_of,
)

SURELY = 90
LONGEST = 300
"""Characters of a question that are looked at: a name can be as long as a cell."""
NOW = any_of("current | present | aktuelle* | derzeitige* | full | complete | whole")
TELLING = {
    "name": (
        rf"{YOUR} ({NOW} )?(name|nombre|nome|nom)( complet[oa]?| y apellidos?| e sobrenome)?$",
        r"como te llamas|como se llama usted|wie heiss|comment vous appelez",
    ),
    "first_name": (r"^first$",),
    "last_name": (r"^last$",),
    "email": (rf"{IS} (. )?{YOUR}.*{MAIL}",),
    "external_id": (
        rf"{YOUR} (personalnummer|matrikelnummer|legajo|matricul[ae]|matricola)",
        rf"{YOUR} (employee|staff|student|personnel|member) (number|no|id)\b",
    ),
    "role": (
        r"\bmentor(a|in)?( a)? (or|oder|o|ou) (\w{1,5} )?(mentee|mentorad|mentore|protege)|mentor or to be mentored",
        r"(take part|participat\w*|join\w*|apply\w*|regist\w*|sign\w* up|teil\w*|particip\w+) (as|als|como|"
        r"comme|en tant que)\b",
        r"^i (d|would) like to be an?$|(what|which) role (do|would|will|are) you|welche\w? rolle|(que|qual|"
        r"quel) (rol|papel|role)\b",
    ),
    "capacity": (
        rf"{HOW_MANY} {MENTEES} .*({CAN}|{WANT}|prepared|ready|take|betreu|nehm)",
        rf"(max|maximum|highest) (number|amount) of {MENTEES}|{MENTEES} (can|could|would|will) you (take|mentor|"
        rf"support)",
    ),
    "skills_offered": (
        rf"{WHAT}.*{CAN}.*{GIVE}|\bi can (provide |give )?{GIVE}|^can mentor (in|on)\b",
        r"(strengths|skills).* you (bring|offer)|(worin|womit) (konn|kann)\w* .*(unterstutz|helf)|expert in$",
        rf"{IS} (as )?{YOUR} .*(areas? (of|de) (expert|experi|especial)|strengths|expertise)",
    ),
    "skills_sought": (
        rf"{WHAT}.*{WANT}.*{LEARN}|{WANT}.*{LEARN}.*{WHAT}|{WHAT}.*{LEARN}.*{WANT}",
        r"(skill|expertise|experience|knowledge|strength)\w* .*(look\w* for in|should|would you like|"
        r"want) .*\bmentor\b",
        r"(areas?|topics?|skills?) .*(do|would) you need (help|support)|^i (am|m) looking for|\bbesoins\b|"
        r"\bnecesidades\b",
        r"(fahigkeit|kompetenz|kenntnis|habilidad|competenc)\w* .*(soll|deberia|devrait|deve)\w* .*\bmentor",
    ),
    "skills": (
        r"(select|choose|list|name|what are|tick|check) (all )?(of )?your (top |main |key )?skills|"
        r"programming languages",
        r"topics? .*interest|(themen|temas|sujets) .*(interess|interes)",
    ),
    "hopes": (
        r"\bwhy (do|would|are|did) you .*(join|tak\w* part|participat|apply|sign|interested|want|like to be)|"
        r"tell us why",
        r"what .*(hope|hoping|expect|like) (to )?(achieve|get|gain|accomplish|from)|would you like to accomplish",
        r"what are your (goals|objectives)|(get|getting) out of|(program|mentoring) .*success",
        r"(motivates?|motivated|interests?|attracts?) you .*(program|mentor|part|join|apply)",
        r"(warum|weshalb|wieso) (mocht|woll|will|interess)|erwart\w* .*(programm|mentoring)|erhoff|"
        r"versprech\w* .*sich",
        rf"attentes|expectativas|erwartungen|expectations|{IS} (a )?{YOUR} motiva|\b(te|le|o) motiva\b",
        r"(por que|pourquoi) .*(quier|gustaria|quer|gostaria|dese|souhait|voul|particip)|que esperas?\b",
        r"\b(lograr|alcanzar|erreichen|atteindre|accomplir|alcancar)\b|attendez vous|attends tu|"
        r"objectifs .*programme|objetivos .*program",
    ),
    "job_title": (
        rf"^({IS} )?(. )?{YOUR} ({NOW} )?{POST}( title)?( actual| actuel| atual| at .*| now| today| dans .*|"
        rf" in .*| en .*)?$",
        r"que (te|se) dedicas?\b|what do you (do (for|professionally|at work)|work as)",
        rf"{POST} occup\w+|{POST} (do you|haben|hast|bekleid\w*|uben)( currently)?( (have|hold|sie|du))\b",
    ),
    "languages": (rf"{TONGUES}.*({SPEAK}|\bmentoring$|mentor in$)|{SPEAK}.*{TONGUES}",),
    "years_experience": (
        r"\b(years|jahren?|anos|annees)\b.*(experi|erfahrung|working|worked|arbeite|trabaj|travaill|trabalh|"
        r"berufstatig)",
        r"how long have you (been )?work",
    ),
    "manager_email": (rf"({BOSS}|report to).*{MAIL}|{MAIL}.*({BOSS}|report to)",),
    "department": (rf"{UNIT}.*({WORK}|are you|do you|bist|sind)",),
    "organization": (rf"{FIRM}.*({WORK}|are you)|who is your employer|name of your {FIRM}$|{FIRM} .*attend",),
    "location": (
        rf"{PLACE}.*{LIVE}|(where (do|are) you|\bwo|donde|\bou|onde) .*{LIVE}",
        r"where in the world",
    ),
    "time_zone": (r"time ?zone|zeitzone|zona horaria|fuseau horaire|fuso horario",),
    "bio": (
        r"^(who are you|wer bist|wer sind|qui etes|quien eres|quem e)\b|(about|describe|introduce) yourself|"
        r"(short|brief|little) bio|professional background|"
        r"description of (you|yourself)",
        r"(something|a bit|a little|more) about you$|uber (sich|dich)|(erzahl|beschreib|stell)\w* (dich|.*sich)",
        r"sobre (ti|usted|voce|si mismo)\b|(parlez|presentez|racontez) .*vous|(fale|conte) .*(voce|si)\b",
        r"\b(trayectoria|trajetoria|parcours|werdegang)\b",
    ),
}


def asks(key: str, header: str) -> int:
    """How surely the text of a question asks for this, 0-100."""
    text = words(header[:LONGEST])
    return SURELY if any(re.search(pattern, text) for pattern in TELLING[key]) else 0
