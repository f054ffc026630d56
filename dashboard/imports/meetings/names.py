"""What the columns of a file of meetings are called in the forms and logs that they come from, one block a field."""

WILD = {
    "held_on": (
        "Meeting date | Week of | Week commencing | Week beginning | Week starting | Week ending | "
        "Semana del | Semaine du | Woche vom | Settimana del | "
        "Date of meeting | Date of the meeting | Session date | Date of session | Held on | "
        "When did you meet | When did the meeting take place | Meeting day | Day | When | Fecha | "
        "Fecha de la reunión | Date de la réunion | Date de rencontre | Datum | Datum des Treffens | Termin | Data | "
        "Data dell'incontro | Data da reunião | Datum gesprek | 日期 | 会议日期 | 日付 | 面談日 | 날짜 | "
        "Дата | Дата встречи"
    ),
    "logged_on": (
        "Timestamp | Submitted at | Submission date | Submit date (UTC) | Date created | "
        "Fertigstellungszeit | Submitted | Completion time | Created | Logged at | Logged on | "
        "Marca temporal | Horodateur | Zeitstempel | Informazioni cronologiche | Carimbo de data/hora | Tijdstempel | "
        "时间戳 | タイムスタンプ | 타임스탬프 | Отметка времени"
    ),
    "minutes": (
        "Duration | Length | Meeting length | Duration (minutes) | Duration (min) | Minutes spent | Time spent | "
        "Hours | Hours spent | Duration (hours) | Meeting duration | How long did you meet | How long | "
        "How long was the meeting | How long did you talk | Duración | Minutos | Durée | Dauer | Minuten | Durata | "
        "Minuti | Duração | Duur | "
        "时长 | 所要時間 | 시간 | Длительность"
    ),
    "starts_at": "Start time | Started at | Start | From | Begin | Hora de inicio | Heure de début | Beginn",
    "ends_at": "End time | Ended at | End | Until | To | Hora de fin | Heure de fin | Ende | Ora di fine",
    "format": (
        "Meeting format | Meeting type | Type | Type of meeting | Mode | Channel | Medium | How did you meet | "
        "Formato | Format de la réunion | Art des Treffens | Modalità | Tipo de reunião | 形式 | 方式 | 방식"
    ),
    "missed": (
        "Missed meeting | No-show | No show | Cancelled | Canceled | Was the meeting missed | Ausgefallen | Annulée | "
        "Perdida | Cancelada"
    ),
    "held": (
        "Attended | Attendance | Did you meet | Did the meeting take place | Did the meeting happen | Status | "
        "Meeting status | Outcome | Completed | Estado | Statut | Realizada | Stattgefunden"
    ),
    "skills": (
        "Skills | Skill | Skills worked on | Skills covered | Skills discussed | Topics | Topic | Topics discussed | "
        "Topics covered | Which skills did you practise | What did you work on | Focus areas | Habilidades | Temas | "
        "Compétences | Thèmes | Fähigkeiten | Themen | Competenze | Argomenti | Onderwerpen | 技能 | スキル | Навыки"
    ),
    "notes": (
        "Note | Meeting notes | Session notes | Comments | Comment | Summary | What did you discuss | Description | "
        "Action items | Next steps | Key takeaways | What did you talk about | Notas | Comentarios | Remarques | "
        "Commentaires | Notizen | Anmerkungen | Kommentar | Note dell'incontro | Observações | Opmerkingen | 备注 | "
        "メモ | 메모 | Заметки"
    ),
    "month": "Meeting month | Period | Mes | Mois | Monat | Mese | Mês | Maand | 月份 | 月 | 월 | Месяц",
    "count": (
        "Count | Meetings | Meetings in the month | Meetings held | Meeting count | Total meetings | Sessions | "
        "Number of sessions | # meetings | How many times did you meet | How many meetings did you have | Times met | "
        "Reuniones | Número de reuniones | Nombre de réunions | Anzahl Treffen | Numero di incontri | "
        "Número de reuniões | Aantal gesprekken | 会议次数 | 回数 | 횟수 | Количество встреч"
    ),
}

IGNORED = (
    "Errors | Row | ID | Meeting ID | Cohort | Program | Pairing | Created by | Response ID | Score | Username | Total"
)
"""Columns that are known and mean nothing here."""
