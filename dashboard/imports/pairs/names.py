"""What the columns of a file of pairs are called in the tools that they come from, one block a field."""

WILD = {
    "mentor_email": (
        "Mentor email | Mentor email address | Mentor mail | Mentor work email | Mentor contact | Mentor | "
        "Email of mentor | Assigned mentor email | Assigned mentor | Matched mentor | Coach email | Advisor email | "
        "Tutor email | Correo del mentor | Correo electrónico del mentor | Email del mentor | E-mail du mentor | "
        "Courriel du mentor | Adresse e-mail du mentor | E-Mail des Mentors | Mentor E-Mail-Adresse | "
        "Email del mentore | E-mail do mentor | E-mail mentor | 导师邮箱 | メンターのメールアドレス | 멘토 이메일 | "
        "Почта наставника | Email наставника"
    ),
    "mentor_id": (
        "Mentor ID | Mentor | Mentor employee ID | Mentor employee number | Mentor external ID | Mentor staff ID | "
        "Mentor user ID | Mentor number | ID del mentor | Legajo del mentor | Matricule du mentor | "
        "Personalnummer Mentor | Matricola mentore | 导师工号 | ID наставника"
    ),
    "mentor": (
        "Mentor name | Mentor full name | Name of mentor | Assigned mentor | Matched mentor | Nombre del mentor | "
        "Mentora | Nom du mentor | Name des Mentors | Mentorin | Nome del mentore | Mentore | Nome do mentor | "
        "Naam mentor | Imię mentora | 导师 | 导师姓名 | メンター | 멘토 | Наставник | Ментор"
    ),
    "mentee_email": (
        "Mentee email | Mentee 1 | Mentee 1 email | Mentees | "
        "Mentee email address | Mentee mail | Mentee work email | Mentee contact | Mentee | "
        "Email of mentee | Matched mentee | Protege email | Student email | Learner email | Email | Email address | "
        "Correo del mentee | Correo del mentorado | Email del mentee | E-mail du mentee | E-mail du protégé | "
        "Courriel du mentee | E-Mail des Mentees | Mentee E-Mail-Adresse | Email del mentee | E-mail do mentorado | "
        "E-mail mentee | 学员邮箱 | メンティーのメールアドレス | 멘티 이메일 | Почта подопечного"
    ),
    "mentee_id": (
        "Mentee ID | Mentee | Mentee 1 | Mentee 1 ID | "
        "Mentees | Mentee employee ID | Mentee employee number | Mentee external ID | Mentee staff ID | "
        "Mentee user ID | Mentee number | Student ID | ID del mentee | Legajo del mentee | Matricule du mentee | "
        "Personalnummer Mentee | Matricola mentee | 学员学号 | ID подопечного"
    ),
    "mentee": (
        "Mentee name | Mentee 1 | Mentee 1 name | Mentees | Mentee full name | "
        "Name of mentee | Matched mentee | Protege | Student name | Student | "
        "Learner | Name | Full name | Nombre del mentee | Mentorado | Mentorada | Nom du mentee | Protégé | "
        "Name des Mentees | Nome del mentee | Nome do mentorado | Naam mentee | 学员 | 学员姓名 | メンティー | 멘티 | "
        "Подопечный | Менти"
    ),
    "started_on": (
        "Start | Start date | Started | Started on | "
        "Started at | Start of pairing | Pairing date | Paired on | Match date | "
        "Matched on | Match start date | Date matched | Date of match | Relationship start | Connection date | From | "
        "Since | Begin | Begin date | Fecha de inicio | Inicio | Desde | Date de début | Début | Depuis | Beginn | "
        "Startdatum | Seit | Data di inizio | Inizio | Data de início | Início | Begindatum | Data rozpoczęcia | "
        "开始日期 | 開始日 | 시작일 | Дата начала | Начало"
    ),
    "ended_on": (
        "End | End date | Ended | Ended on | Ended at | "
        "Closed | Closed at | End of pairing | Match end date | Closed on | Closure date | "
        "Date closed | Completion date | Completed on | Relationship end | Until | To | Fecha de fin | Fin | Hasta | "
        "Fecha de cierre | Date de fin | Jusqu'au | Ende | Enddatum | Bis | Data di fine | Fine | Data de término | "
        "Fim | Einddatum | Data zakończenia | 结束日期 | 終了日 | 종료일 | Дата окончания | Конец"
    ),
    "status": (
        "State | Active | Is active | Is it active | Pairing status | "
        "Match status | Relationship status | Connection status | Pair status | Estado | "
        "Situación | Statut | État | Zustand | Stato | Situação | Toestand | Stan | 状态 | 状態 | ステータス | 상태 | "
        "Статус"
    ),
    "end_reason": (
        "Reason | End reason | Reason for ending | Reason for closure | Closure reason | Why did it end | "
        "Why ended | Why it ended | Why closed | Reason ended | Ending reason | "
        "Ended because | Motivo | Motivo de fin | Motivo de cierre | Motif | Motif de fin | Raison | Grund | "
        "Grund des Endes | Motivo della fine | Reden | Powód | 结束原因 | 終了理由 | 종료 사유 | Причина"
    ),
    "end_note": "Note on the end | End note | Closure note | Closing comment | Closure comments | Ending notes",
    "rationale": (
        "Rationale | Why this pair | Why paired | Reason for match | Match reason | Match notes | Pairing notes | "
        "Matching notes | Justificación | Pourquoi ce binôme | Begründung | "
        "Motivazione | Justificativa | Onderbouwing | "
        "配对理由 | Обоснование"
    ),
}

WILD |= {
    f"{role}_{part}": " | ".join(
        said
        for word in words
        for said in (f"{word} {spoken} name", f"{word} {spoken}", f"{spoken} name of {word}", f"{word} {other}")
    )
    for role, words in (("mentor", ("mentor", "coach", "advisor")), ("mentee", ("mentee", "student", "protege")))
    for part, spoken, other in (("first", "first", "given name"), ("last", "last", "surname"))
}

IGNORED = (
    "Errors | Row | Match score | Score | Match ID | Match percentage | Pairing ID | Relationship ID | Connection ID | "
    "Pair ID | Pair | Pair number | Timestamp | Last activity | "
    "Last login | Last meeting | Meetings | Number of meetings | Hours | Cohort | Program | Department | Phone | "
    "Created at | Updated at | Created by | Response ID"
)
"""Columns that are known and mean nothing here."""
