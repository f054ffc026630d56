"""What the columns of a file of people are called in the forms and systems that they come from, one block a field."""

WILD = {
    "name": (
        "Full name | First & last name | First and last name | Your name | Participant | Display name | "
        "Participant name | Employee name | Student name | Mentor name | Mentee name | Nombre completo | "
        "Nombre y apellidos | Nom complet | Vollständiger Name | Nome completo | Volledige naam | Fullt namn "
        "| Imię i nazwisko | 姓名 | 氏名 | 名前 | 이름 | ФИО"
    ),
    "first_name": (
        "Given name | Forename | Preferred name | Nombre | Nombres | Prénom | Vorname | Nome | Voornaam | "
        "Förnamn | Imię | 名 | Имя | fname"
    ),
    "last_name": (
        "Surname | Family name | Apellido | Apellidos | Nom | Nom de famille | Nachname | Familienname | "
        "Cognome | Sobrenome | Achternaam | Efternamn | Nazwisko | 姓 | Фамилия | lname"
    ),
    "email": (
        "Email | Mail | Email address | E-mail address | Work email | Contact email | Mentor email | Mentee "
        "email | Student email | Primary email | Correo | Correo electrónico | "
        "Dirección de correo electrónico | Courriel | Adresse e-mail | "
        "Adresse mail | E-Mail-Adresse | Mailadresse | Posta elettronica | Indirizzo email | Endereço de "
        "e-mail | E-mailadres | E-postadress | Adres e-mail | Name and email | Contact | 邮箱 | 电子邮件 | "
        "メールアドレス | 이메일 | Электронная почта | Почта"
    ),
    "external_id": (
        "External ID | Employee ID | Employee number | Staff ID | Student ID | Student number | Person ID | "
        "Participant ID | User ID | Member ID | Personnel number | Legajo | Matrícula | Matricule | "
        "Personalnummer | Matrikelnummer | Matricola | 工号 | 学号 | 社員番号 | 사번"
    ),
    "role": (
        "Mentor or mentee | Mentoring role | Program role | Participant type | Type | I am a | Sign up as | "
        "Are you a mentor or a mentee | Rol | Rôle | Rolle | Ruolo | Papel | Função no programa | 角色 | 役割 | "
        "역할 | Роль"
    ),
    "both": "Both mentor and mentee | Both | Also a mentee | Also a mentor | Mentor and mentee",
    "status": (
        "Participant status | Participation status | Program status | Programme status | Enrollment status | "
        "Enrolment status | State | Estado | Situación | Statut | État | Teilnahmestatus | Stato | Situação | "
        "Deelnamestatus | 状态 | 状態 | ステータス | 상태 | Статус"
    ),
    "joined_on": (
        "Joined | Join date | Date joined | Joined program | Joined the program on | Participant since | "
        "Enrolled on | "
        "Enrollment date | Enrolment date | Fecha de inscripción | Fecha de alta | Se unió el | Date d'inscription | "
        "Inscrit le | Beitrittsdatum | Beigetreten am | Dabei seit | Teilnahme seit | Data di iscrizione | "
        "Data de inscrição | Inschrijfdatum | Data przystąpienia | 加入日期 | 参加日 | 참여일 | Дата вступления"
    ),
    "is_mentor": (
        "Mentor | Is mentor | Mentor (Y/N) | Wants to mentor | Willing to mentor | I want to be a mentor | "
        "Would you like to be a mentor | Are you a mentor | Mentora | Mentore | Mentorin | 导师 | メンター | 멘토 | "
        "Наставник"
    ),
    "is_mentee": (
        "Mentee | Is mentee | Mentee (Y/N) | Wants a mentor | Wants to be mentored | I want a mentor | "
        "I want to be a mentee | Would you like to be a mentee | Would you like a mentor | Are you a mentee | "
        "Protégé | 学员 | メンティー | 멘티 | Подопечный"
    ),
    "capacity": (
        "Max mentees | Maximum mentees | Number of mentees | How many mentees | Mentee limit | Slots | Places "
        "| Cantidad de mentees | Nombre de mentorés | Anzahl Mentees | Numero di mentee | Vagas"
    ),
    "skills_offered": (
        "Expertise | Expertise tags | Areas of expertise | Skills to share | Can help with | Strengths | "
        "Mentoring topics | Mentoring areas | Skills you can teach | Experiencia en | "
        "Domaines d'expertise | Fachgebiete | Competenze offerte"
    ),
    "skills_sought": (
        "Skills wanted | Skills needed | Mentoring needs | Skills to learn | Skills to develop | "
        "Skills you want to learn | Learning goals | Wants to learn | "
        "Areas to develop | Needs help with | Development areas | Habilidades a desarrollar | Compétences à "
        "développer | Lernziele"
    ),
    "skills": (
        "Skill | Topics | Interests | Interest | Coaching topics | Characteristics | Competencies | Focus "
        "areas | Habilidades | Competencias | Intereses | Compétences | Centres d'intérêt | Fähigkeiten | "
        "Kompetenzen | Kenntnisse | "
        "Fachkenntnisse | Interessen | Competenze | Interessi | Habilidade | Vaardigheden | Kompetenser | "
        "Umiejętności | 技能 | 兴趣 | スキル | 기술 | Навыки"
    ),
    "rank": "Rank | Priority | Choice | Preference | Prioridad | Rang | Priorität",
    "hopes": (
        "Hopes | Goals | Objectives | Expectations | Motivation | Why do you want to join | What do you hope "
        "to get out of the program | Objetivos | Expectativas | Objectifs | Attentes | Ziele | Erwartungen"
    ),
    "job_title": (
        "Title | Position | Job | Profession | Occupation | Function | Current role | Job role | Cargo | "
        "Puesto | Poste | Fonction | Intitulé de poste | Berufsbezeichnung | Stellenbezeichnung | Beruf | "
        "Ruolo professionale | Functie | 职位 | 役職 | 직책 | Должность"
    ),
    "department": (
        "Department name | Dept | Division | Team | Unit | Business unit | Faculty | Departamento | Área | "
        "Département | "
        "Service | Abteilung | Fachbereich | "
        "Fachgebiet | Dipartimento | Reparto | Afdeling | Avdelning | 部门 | 部署 | 부서 | Отдел"
    ),
    "organization": (
        "Organisation | Company | Employer | Company name | Institution | School | University | Empresa | "
        "Organización | Entreprise | Société | Firma | Unternehmen | Azienda | Bedrijf | Företag | 公司 | 会社 | "
        "회사 | Компания"
    ),
    "location": (
        "Location name | City | Office | Office location | Where are you located | "
        "Where are you based | Site | Town | Country | Region | Ciudad | Ubicación | Ville | Lieu "
        "| Stadt | Ort | Standort | Città | Cidade | Plaats | 城市 | 地点 | 所在地 | 지역 | Город"
    ),
    "time_zone": (
        "Timezone | TZ | Zona horaria | Fuseau horaire | Zeitzone | Fuso orario | Fuso horário | Tijdzone | "
        "时区 | タイムゾーン | 시간대 | Часовой пояс"
    ),
    "languages": (
        "Language | Spoken languages | Languages spoken | Idiomas | Langues | Sprachen | Lingue | Línguas | "
        "Talen | Språk | Języki | 语言 | 言語 | 언어 | Языки"
    ),
    "years_experience": (
        "Years | Years experience | Experience (years) | Work experience years | Seniority | Años de "
        "experiencia | Années d'expérience | Berufserfahrung in Jahren | Berufserfahrung | Anni di esperienza "
        "| Anos de experiência | 工作年限 | 経験年数 | 경력 | Опыт (лет)"
    ),
    "manager_email": (
        "Manager email | Supervisor email | Line manager email | Boss email | Reports to | Correo del jefe | "
        "E-mail du manager | E-Mail der Führungskraft"
    ),
    "manager_id": "Manager ID | Supervisor ID | Manager employee ID | Reports to ID",
    "bio": (
        "Bio | Biography | About me | About you | Profile | Background | Tell us about yourself | Biografía | "
        "Sobre mí | Biographie | À propos | Biografie | Über mich | Biografia | 简介 | 自己紹介 | 자기소개 | О себе"  # noqa: RUF001  (Cyrillic letters are meant)
    ),
}

IGNORED = (
    "Errors | Timestamp | Start time | Completion time | Phone | Phone number | Mobile | Employee status "
    "code | Employee status | Employment status | HR status | Marital status | Hire date | Start date | "
    "Date of birth | Birthday | Manager name | Supervisor name | Manager | Supervisor | Emergency contact name | "
    "Parent name | Notes | Response ID | Submitted at | Gender | Pronouns | LinkedIn | Photo | Row | "
    "Password"
)
"""Columns that are known and mean nothing here."""
