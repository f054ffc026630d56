"""Names of columns and questions that are like a field's and ask for something else, or about somebody else."""

from dashboard.imports.people.question_words import BOSS, FIRM, HOW_MANY, PAIRED, TONGUES, YOUR

OTHERS = (
    rf"{BOSS}|emergenc|emergencia|urgence|notfall|\b(parents?|guardian|spouse|partner|referee|references?|"
    rf"colleague)\b|"
    rf"({YOUR}|\b(my|the|el|le|o|should a)) (last |future |ideal |assigned |current |university )?{PAIRED}"
)
ASIDE = (
    r"^(is|does|did|may|has|were|how old)\b|"
    r"\b(size|phone|fax|telephone|head|lead|code|level|budget)$|"
    r"\b(does|join|joined|domain|hours|previous|last(?! name)|former|dream|ideal|next)\b"
)
JUDGED = (
    r"\bdid (you|your)\b|\bhave you (been|ever|had)\b|satisf|how (well|often|confident|useful)|outside (of )?work|"
    rf"\b(does|do|has|hat|tiene|a|tem) (the|{YOUR}) {PAIRED}|{PAIRED} (has|hat|tiene|tem)\b"
)
COUNTED = rf"{HOW_MANY}|how (much|often)|\b(days?|times?|hours|dates?|when)\b"
NEVER = {
    **dict.fromkeys(("first_name", "email", "external_id", "job_title", "location", "time_zone"), rf"{OTHERS}|{ASIDE}"),
    "last_name": rf"^(?!last$).*(?:{OTHERS}|{ASIDE})",
    "name": rf"{OTHERS}|{ASIDE}|{FIRM}|\b(team|pet|referred)\b",
    "department": rf"{OTHERS}|{ASIDE}",
    "organization": rf"{OTHERS}|{ASIDE}|\b(mentor|part of|address)\b",
    "languages": rf"{OTHERS}|\b(programming|coding|survey|form|questionnaire)\b",
    "skills": JUDGED,
    "skills_sought": JUDGED,
    "skills_offered": rf"{JUDGED}|{COUNTED}|{TONGUES}",
    "capacity": r"\bdid you\b|\bhave you\b|\bare you m(eet|entor)ing|\bdo you (currently|have)\b",
    "years_experience": r"\b(mentor\w*|member)\b",
    "hopes": r"\b(leav\w+|end|ended|did|met|meet|exceed\w*|erfullt|cumpl\w*|repond\w*)\b",
    "bio": r"\b(hear|heard|found out|completion|complete|picture|photo|link|url)\b",
}
"""What is of somebody or something else, or asked for another reason, by field."""
