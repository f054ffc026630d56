"""What the questions of a check-in are called in other people's forms: by name, and by words that give them away."""

import re

from dashboard.imports.items import item_of
from dashboard.imports.likeness import words

WILD = {
    "answered_on": (
        "Timestamp | Date | Submitted at | Submission date | Submit date (UTC) | Submit date | Date created | "
        "Fertigstellungszeit | Abschlusszeit | Heure de fin | Hora de finalización | Ora di completamento | "
        "Date submitted | Submitted on | Completion time | "
        "Response date | Date of response | Recorded date | End date | Completed at | Marca temporal | Horodateur | "
        "Zeitstempel | Informazioni cronologiche | Carimbo de data/hora | Tijdstempel | Fecha | Datum | "
        "时间戳 | タイムスタンプ | 타임스탬프 | Отметка времени"
    ),
    "role": (
        "Your role | I am a | I am | Are you a mentor or a mentee | Mentor or mentee | Answered by | Respondent type | "
        "Respondent role | Rol | Rôle | Rolle | Ruolo | 角色 | 役割 | Роль"
    ),
    "wave": (
        "Survey | Survey name | Survey wave | Survey type | Check-in type | Check-in | Stage | Round | Time point | "
        "Timepoint | Phase | Which survey is this | Encuesta | Enquête | Umfrage | Sondaggio | 阶段 | Этап"
    ),
    "confidential": (
        "Keep confidential | Is this confidential | Keep my comment confidential | Private | Confidencial | "
        "Confidentiel | Vertraulich | Riservato | Vertrouwelijk | 保密 | Конфиденциально"
    ),
    "confidential_comment": (
        "Confidential comments | Confidential feedback | Confidential notes | Private comment | Private comments | "
        "Private feedback | Private note | Comentario confidencial | Commentaire confidentiel | "
        "Vertraulicher Kommentar | Commento riservato | Vertrouwelijke opmerking"
    ),
    "comment": (
        "Comments | Feedback | Notes | Remarks | Anything else | Anything else to share | Other comments | "
        "Any other comments | Any comments | Additional comments | "
        "Open feedback | Comentarios | Commentaires | Kommentare | Kommentar | Anmerkungen | "
        "Commenti | Comentários | Opmerkingen | 评论 | 意见 | コメント | 의견 | Комментарий"
    ),
    "confidence": "Confidence level | Confianza | Confiance | Zuversicht | Selbstvertrauen | Fiducia | Confiança",
    "fit": "Good fit | Match | Match quality | Right match | Is the match right | Passung | Good match",
    "relationship": (
        "Relationship quality | Satisfaction with the relationship | Relación | Relation | Beziehung | Relazione | "
        "Relação | Relatie | Satisfaction | Overall satisfaction | Rating | Overall rating"
    ),
    "progress": "Goal progress | Progress towards goals | Progreso | Progrès | Fortschritt | Progressi | Progresso",
    "recommend": "NPS | Net promoter score | Likelihood to recommend | Recommendation | Recomendación | Empfehlung",
    "would_mentor": "Would mentor again | Mentor again | Become a mentor | Future mentor",
}
IN_CONFIDENCE, SURELY, PERHAPS, ANY_QUESTION = 93, 90, 82, 74
QUESTION_MARKS = re.compile("[?\uff1f\u037e\u061f]")
CONFIDENTIAL = re.compile(
    r"\bconfidential|\bin (strict )?(confidence|private)\b|\bprivately\b|off the record|\bconfidencial|\bconfidentiel|"
    r"\bvertraulich|\briservat|\bconfidenzial|\bvertrouwelijk|保密|机密|機密|秘密|конфиденциал"
)
FLAG = re.compile(
    r"^(please )?(keep|treat|mark)\b|^(is|should|shall|may|can|do you want) (this|it|we|i|my|your|us|the)\b"
)
"""How a question begins that asks whether an answer is confidential, and not for one."""
TELLING = {
    "recommend": r"recommend|recomend|recommand|empfehl|consigli|raccomand|aanbevel|推荐|お勧め|추천|рекоменд",
    "would_mentor": (
        r"mentor again|be a mentor|become a mentor|mentor (someone|somebody|others|another)|wieder mentor|"
        r"mentor werden|ser mentor|(re)?devenir mentor|etre mentor|diventare mentor|mentor worden|volver a ser"
    ),
    "confidence": (
        r"confiden(t(ly)?|ce)\b|self assur|selbstvertrau|zuversicht|wie sicher|sicher sind|segur[oa] est|"
        r"confian|fiducia|vertrouwen|自信|уверен"
    ),
    "fit": r"\bfit\b|(well|good|right|better|bad) match|matched (well|with)|chemistry|passt|encaj|相性|匹配",
    "relationship": (
        r"relationship|get along|rapport\b|connect(ion|ed)|trust|relacion\b|beziehung|verstehen sich|relazione|relacao|"
        r"relatie|关系|関係|관계|отношен"
    ),
    "progress": (
        r"progress|how far|goals? .*(achiev|reach|met\b)|(achiev|reach|toward|attain)\w* .*(goal|objective)|"
        r"fortschritt|avance|progreso|progres|avanz|vooruitgang|进展|進捗|прогресс"
    ),
}
LESS_TELLING = {
    "relationship": (
        r"satisf|zufrieden|soddisf|tevreden|overall|how (is|was|are|did|do|have) .*(it|things|meetings?|sessions?|"
        r"mentor|mentee|match|pairing)\b|how (is|was|are) (it|things)|zusammenarbeit"
    ),
    "comment": (
        r"comment|feedback|anything|what (is|was|went|goes|worked|works|could|would|did|has|have)|why|explain|describe|"
        r"tell us|share|suggest|improve|highlight|challenge|learn(ed|t)|takeaway|example|remark|comentario|"
        r"kommentar|anmerk|bemerk|opmerk|sugeren|vorschl|意见|コメント|коммент"
    ),
}


def asks(key: str, header: str) -> int:
    """How surely the text of a question asks for this, 0-100. Of a question with items the item goes first."""
    question, item = item_of(header)
    if item and not CONFIDENTIAL.search(words(question)) and any(_surely(one, item) for one in TELLING):
        return _surely(key, item)
    return _asks(key, header)


def _asks(key: str, header: str) -> int:
    text = words(header)
    if CONFIDENTIAL.search(text):
        # Nothing else may claim what was asked in confidence: it would end up in the open.
        if key == "confidential" and FLAG.search(text):
            return IN_CONFIDENCE + 1
        return IN_CONFIDENCE if key == "confidential_comment" else 0
    if surely := _surely(key, header):
        return surely
    if key in LESS_TELLING and re.search(LESS_TELLING[key], text):
        return PERHAPS
    # What nothing else makes of a question is kept in words, rather than lost.
    return ANY_QUESTION if key == "comment" and QUESTION_MARKS.search(header) else 0


def _surely(key: str, text: str) -> int:
    return SURELY if key in TELLING and re.search(TELLING[key], words(text)) else 0


IGNORED = (
    "Respondent ID | Collector ID | IP Address | Custom data 1 | Network ID | Tags | Response type | User agent | "
    "Stage date (UTC) | Start date (UTC) | Startzeit | Errors | Row | ID | Response ID | Cohort | Program | "
    "Score | Start time | Username | Phone | Language"
)
"""Columns that are known and mean nothing here."""
