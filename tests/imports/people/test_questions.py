"""What sign-up forms ask, in their own words and languages, and the field that holds the answer; or none."""

import pytest

from dashboard.imports.mapping import map_columns
from dashboard.imports.people.fields import PEOPLE
from dashboard.imports.tables import Table

ANSWERS = {
    "skills_sought": "SQL; negotiation",
    "skills_offered": "SQL; negotiation",
    "skills": "SQL; negotiation",
    "role": "Mentor",
    "capacity": "2",
    "hopes": "To meet people who did it before me",
    "job_title": "Data engineer",
    "languages": "Spanish; English",
    "years_experience": "9",
    "manager_email": "boss@example.org",
    "department": "Legal",
    "organization": "Example Institute",
    "location": "Lima",
    "time_zone": "America/Lima",
    "bio": "I build pipelines and like maps",
    "external_id": "0042",
}
ASKED = {
    "skills_sought": """
        O que gostaria de melhorar?
        Quels sont vos besoins en mentorat ?
        ¿Qué quieres aprender?
        Wobei brauchst du Unterstützung?
        I am looking for support in
        List the skills you wish to improve
        What do you most want to learn this year?
        Which areas would you like help with?
        Which skills would you like to develop?
        What would you like to learn from your mentor?
        What areas do you want to grow in?
        Which topics would you like to be mentored on?
        Which competencies do you hope to strengthen this year?
        What expertise are you looking for in a mentor?
        What skills should your mentor have?
        If you are a mentee: in which areas do you need support?
        Welche Fähigkeiten möchten Sie entwickeln?
        Was möchtest du von deiner Mentorin lernen?
        ¿Qué habilidades te gustaría desarrollar?
        ¿En qué áreas quieres mejorar?
        Quelles compétences souhaitez-vous développer ?
        Sur quels sujets souhaitez-vous être accompagné(e) ?
        Quais competências gostaria de desenvolver?
        O que você quer aprender?
        What professional skills are you hoping to build?
        Please list up to three skills you'd like to work on with your mentor
        Top 3 areas where you would benefit from guidance
        What kind of guidance are you looking for?
        Mentees only: which areas are you interested in learning about?
        In welchen Bereichen wünschen Sie sich Unterstützung?
        Welche Kompetenzen wollen Sie ausbauen?
        ¿Sobre qué temas te gustaría recibir mentoría?
        Quels domaines aimeriez-vous approfondir ?
        Em quais áreas você gostaria de receber mentoria?
        Select the areas in which you'd like to be mentored
        What do you want your mentor to help you with?
        Name three things you want to get better at
        What are the main skills you want to acquire?
        Which of the following would you like support with? (Select all that apply)
        Skills I would like to develop
        Mentee: Areas of development
        Worin möchten Sie sich weiterentwickeln?
        ¿Qué te gustaría aprender de tu mentor?
        Que souhaitez-vous apprendre ?
        Que competências deseja adquirir?
    """,
    "skills_offered": """
        Que pouvez-vous apporter à un mentoré ?
        ¿Qué puedes enseñar?
        Was kannst du anderen beibringen?
        Your areas of expertise
        What can you offer as a mentor?
        On what subjects could you advise a mentee?
        What topics can you mentor on?
        Which skills can you share with a mentee?
        What could you teach somebody?
        What are your main areas of expertise?
        In which areas would you feel comfortable mentoring others?
        Which of these can you help a mentee with?
        What strengths do you bring as a mentor?
        In welchen Themen können Sie als Mentor unterstützen?
        Welche Kompetenzen kannst du weitergeben?
        ¿En qué temas puedes ayudar como mentor?
        ¿Qué conocimientos podrías compartir?
        Dans quels domaines pouvez-vous accompagner un mentoré ?
        Quelles compétences pouvez-vous transmettre ?
        Em que temas você pode ajudar um mentorado?
        Que conhecimentos pode partilhar?
        Mentors only: what areas can you offer guidance in?
        Which areas are you able to advise on?
        What knowledge or skills are you willing to share?
        I can help others with
        Zu welchen Themen können Sie Ihr Wissen teilen?
        ¿En qué áreas te sientes cómodo siendo mentor?
        Sur quels thèmes pouvez-vous apporter votre aide ?
        Em que áreas se sente à vontade para mentorar?
        Which skills or experiences can you offer a mentee?
        Please tick the areas you feel confident mentoring in
        What are you an expert in?
        As a mentor, I can provide support in the following areas
        What would you be happy to mentor someone in?
        Was können Sie einem Mentee beibringen?
        ¿Cuáles son tus áreas de experiencia?
        Quels sont vos domaines d'expertise ?
        Quais são as suas áreas de especialização?
    """,
    "skills": """
        Which programming languages do you know?
        Please select your skills
        Which topics interest you most?
    """,
    "role": """
        Quero participar como
        Please choose: mentor or mentee
        Are you interested in being a mentor or a mentee?
        Do you want to be a mentor or a mentee?
        I would like to take part as a
        In which role would you like to participate?
        Are you applying as a mentor, a mentee or both?
        Möchten Sie Mentor oder Mentee sein?
        In welcher Rolle möchten Sie teilnehmen?
        ¿Quieres ser mentor o mentee?
        Souhaitez-vous être mentor ou mentoré ?
        Você quer ser mentor ou mentorado?
        Would you like to participate as a mentor or as a mentee?
        I am registering as:
        What will be your role in the mentoring program?
        Ich nehme teil als
        Participarás como
        Vous participez en tant que
        Would you prefer to be a mentor or mentee?
        I'd like to be a...
        Are you signing up to mentor or to be mentored?
        Melden Sie sich als Mentor:in oder Mentee an?
    """,
    "capacity": """
        Cuántos mentorados puede acompañar
        How many mentees do you want?
        Maximum number of mentees you can support
        How many mentees can you take on?
        How many mentees would you be willing to support at once?
        What is the maximum number of people you could mentor?
        Wie viele Mentees können Sie betreuen?
        ¿A cuántos mentees puedes acompañar?
        Combien de mentorés pouvez-vous accompagner ?
        Quantos mentorados você pode acompanhar?
        If you are a mentor, how many mentees would you like to have?
        How many people are you prepared to mentor this year?
        Wie viele Mentees möchten Sie übernehmen?
        ¿Cuántas personas podrías acompañar a la vez?
        Number of mentees you are willing to take
        Max. number of mentees
        How many people would you like to mentor?
        Wie viele Mentees nehmen Sie maximal an?
    """,
    "hopes": """
        ¿Qué te gustaría lograr con la mentoría?
        Was versprechen Sie sich vom Programm?
        Why are you interested in mentoring?
        What would you like to get from this program?
        Why do you want to join the program?
        What do you hope to achieve through mentoring?
        What are your goals for this program?
        What motivates you to take part?
        What interests you about this program?
        What are you hoping to get out of this mentorship?
        Warum möchten Sie am Programm teilnehmen?
        Welche Erwartungen haben Sie an das Mentoring?
        ¿Por qué quieres participar en el programa?
        ¿Qué esperas del programa?
        Pourquoi souhaitez-vous participer au programme ?
        Qu'attendez-vous de ce programme ?
        Por que você quer participar do programa?
        O que espera do programa?
        What would make this program a success for you?
        Please tell us why you are applying
        What do you want to get out of being in this program?
        Was erhoffen Sie sich von der Teilnahme?
        ¿Qué te motiva a participar?
        Quelles sont vos attentes ?
        Quais são suas expectativas com o programa?
        What do you expect from the mentoring program?
        Why would you like to be a mentor?
        In a few words, why do you want a mentor?
        What would you like to accomplish in the next six months?
        Was ist Ihre Motivation für die Teilnahme?
        ¿Cuáles son tus objetivos?
        Quels sont vos objectifs ?
        Qual é a sua motivação para participar?
    """,
    "job_title": """
        Quel poste occupez-vous ?
        What do you work as?
        What is your position?
        What is your current job title?
        What do you do for work?
        What position do you hold at the moment?
        Was ist Ihre aktuelle Position?
        Welche Stelle haben Sie zurzeit?
        ¿Cuál es tu puesto actual?
        Quel est votre poste actuel ?
        Qual é o seu cargo atual?
        What's your job title?
        Current position / job title
        Wie lautet Ihre Berufsbezeichnung?
        ¿A qué te dedicas?
        Quelle est votre fonction dans l'entreprise ?
        Your role / job title
        What is your role at the company?
        Welche Funktion üben Sie aus?
        ¿Cuál es tu cargo?
    """,
    "languages": """
        Sprachen, die Sie fließend sprechen
        What languages can you mentor in?
        Which languages do you speak?
        In which languages are you comfortable talking?
        Welche Sprachen sprechen Sie?
        ¿Qué idiomas hablas?
        Quelles langues parlez-vous ?
        Quais idiomas você fala?
        What languages are you fluent in?
        Languages you can hold a conversation in
        In welchen Sprachen können Sie sich verständigen?
        Please list all languages you speak
        Preferred language for mentoring
    """,
    "years_experience": """
        Years of experience in your field
        How many years of professional experience do you have?
        For how many years have you been working in your field?
        Wie viele Jahre Berufserfahrung haben Sie?
        ¿Cuántos años de experiencia tienes?
        Combien d'années d'expérience avez-vous ?
        Quantos anos de experiência você tem?
        How long have you been working?
        Years of work experience (approx.)
        Seit wie vielen Jahren sind Sie berufstätig?
        Combien d'années d'expérience professionnelle avez-vous ?
        How many years have you worked in this field?
    """,
    "manager_email": """
        Please provide your manager's email
        What is your supervisor's email?
        Please enter the e-mail address of your line manager
        Wie lautet die E-Mail-Adresse Ihrer Führungskraft?
        ¿Cuál es el correo de tu jefe?
        Quelle est l'adresse e-mail de votre responsable ?
        Qual é o e-mail do seu gestor?
        Email address of your direct supervisor
        Who do you report to? (email)
        E-Mail Ihres Vorgesetzten
        Manager's email address
        What's your manager's work email?
    """,
    "department": """
        What is your department?
        Which department do you work in?
        What team are you on?
        In welcher Abteilung arbeiten Sie?
        ¿En qué departamento trabajas?
        Dans quel service travaillez-vous ?
        Em que departamento trabalha?
        Which business unit are you part of?
        Which faculty do you belong to?
        What department are you in?
        Which part of the organization do you work in?
    """,
    "organization": """
        What organization are you with?
        Which company do you work for?
        What is the name of your organization?
        Für welches Unternehmen arbeiten Sie?
        ¿En qué empresa trabajas?
        Dans quelle entreprise travaillez-vous ?
        Em que empresa você trabalha?
        Where do you work (company name)?
        What school do you attend?
        Who is your employer?
        Which university do you attend?
    """,
    "location": """
        Where is your office?
        What is your location?
        In which city do you live?
        Where do you currently live?
        Which office do you work from?
        In welcher Stadt wohnen Sie?
        ¿En qué ciudad vives?
        Dans quelle ville habitez-vous ?
        Em que cidade você mora?
        Where in the world are you?
        Which office are you based in?
        ¿Dónde vives?
        Wo wohnen Sie?
        Where are you based? (City, country)
        Your current location
        ¿En qué país resides?
    """,
    "time_zone": """
        What time zone are you in?
        In welcher Zeitzone leben Sie?
        Your time zone
    """,
    "bio": """
        Qui êtes-vous ?
        Please share a brief biography
        Tell us a little about yourself
        Please write a short bio that we can share with your match
        Describe your professional background in a few sentences
        Erzählen Sie uns etwas über sich
        Cuéntanos un poco sobre ti
        Parlez-nous un peu de vous
        Fale um pouco sobre você
        Please introduce yourself in 2-3 sentences
        Stellen Sie sich kurz vor
        A short description of you for your match
        Cuéntanos sobre tu trayectoria
        Share a short introduction about yourself
        Tell your future mentor something about you
    """,
    "external_id": """
        What is your employee number?
        Wie lautet Ihre Personalnummer?
    """,
}
OF_SOMETHING_ELSE = {
    "SQL; negotiation": """
        What was the most useful skill you learned?
        What skills does your mentor have?
        Which skills did you practice with your mentor?
        Which skills did you develop during the program?
        Welche Fähigkeiten hat Ihr Mentor?
        ¿Qué habilidades tiene tu mentor?
        What did you learn from your mentor?
        Which skills would you say improved the most?
        What topics did you discuss?
    """,
    "Yes": """
        May we publish your name?
        Do you need an interpreter?
        Can you attend the kick-off?
        Is your position full-time?
        Do you have experience as a mentor?
        Does your department support mentoring?
        Would you mentor again?
        Were your expectations met?
        Is your manager aware of your participation?
        Does your supervisor support your participation?
        Did you enjoy the program?
        Have you been a mentor before?
        Do you agree to the code of conduct?
        Can we share your answers with your mentor?
        May we contact you by email?
        Do you have a disability or need accommodations?
        Do you speak with your manager about your goals?
        Would you recommend the program to a colleague?
        Do you have a mentor in mind already?
        Please confirm that your manager approves
        Are you a first-generation student?
        I agree that my data may be shared with mentors
        Email opt-in
        Would you like to develop your own learning plan?
        Have you completed the mentor training?
        Are you willing to mentor more than one person?
        Do you need support with accessibility?
        Does your team know that you take part?
        I consent to being contacted by e-mail
    """,
    "ana@example.org": """
        Email of a colleague who knows you
        Email of your emergency contact
        What is your mentor's email address?
        E-Mail der Notfallkontaktperson
        Correo de tu contacto de emergencia
        What is the email address of the colleague you want to nominate?
    """,
    "Ana Ruiz": """
        Which mentor would you like to be paired with?
        Name of your emergency contact
        What is the name of your manager?
        Department head
        Is there anyone you would prefer not to be matched with?
        Name of the person who referred you
        Is there a specific mentor you would like to work with?
        Who referred you to the program?
        Name of your university mentor
        Name (as it should appear on the certificate)
    """,
    "Data engineer": """
        What is your mentor's job title?
        What was your previous job title?
        What is your dream job?
    """,
    "Legal": """
        In which department does your mentee work?
    """,
    "From a colleague": """
        How did you hear about us?
    """,
    "4": """
        Please rate your mentor's skills
        How satisfied are you with your skills?
        How many meetings did you have?
        How useful was the support you received?
        How confident are you in your skills?
    """,
    "3": """
        How many times did you meet your mentee?
        How many hours a month can you commit?
        How many years have you been a member of our network?
    """,
    "To meet people who did it before me": """
        Avez-vous des questions ?
        What makes a good mentor?
        How did your mentor help you?
        Why did your last mentoring relationship end?
        Why are you leaving the program?
        What could the program do better?
        What challenges did you face in your role?
        What did you like most about the program?
        Comments or questions?
        Is there anything else you would like us to know?
    """,
    "Sailing": """
        What are your interests outside of work?
    """,
    "Online": """
        Do you prefer to meet online or in person?
    """,
    "Evenings": """
        What time works best for you?
        When are you usually available?
    """,
    "1980-01-02": """
        What is your date of birth?
    """,
    "+51 1 555": """
        What is your phone number?
        Office phone
    """,
    "50-100": """
        Company size
    """,
    "12": """
        How old is your organization?
        Team size
    """,
    "Spanish": """
        What language should the mentor speak?
    """,
    "Ja": """
        Waren Sie schon einmal Mentor?
        Hat Ihre Führungskraft zugestimmt?
        Können Sie an der Auftaktveranstaltung teilnehmen?
    """,
    "Sí": """
        ¿Has sido mentor antes?
        ¿Tu jefe sabe que participas?
        ¿Tienes experiencia previa como mentor?
        ¿Puedes asistir a la reunión inicial?
    """,
    "Oui": """
        Votre responsable est-il informé ?
        Avez-vous déjà été mentor ?
        Pouvez-vous participer au lancement ?
    """,
    "Par un collègue": """
        Comment avez-vous entendu parler du programme ?
    """,
    "Por um colega": """
        Como você soube do programa?
    """,
    "Sim": """
        O seu gestor está de acordo?
        Você já participou de um programa de mentoria?
    """,
    "2": """
        How many mentees have you had?
        How many mentees are you meeting at the moment?
    """,
    "Cafeteria": """
        Preferred meeting location
    """,
    "30-39": """
        What is your age group?
    """,
    "Any": """
        What gender would you prefer your mentor to be?
    """,
    "Energy": """
        In which industry would you like your mentor to work?
        What does your company do?
    """,
    "Abends": """
        Wann sind Sie verfügbar?
    """,
    "Kollegin": """
        Wie haben Sie vom Programm erfahren?
    """,
    "2012": """
        Year of graduation
    """,
    "Phone": """
        What is the best way to reach you?
    """,
    "2 hours": """
        How much time can you offer each month?
    """,
    "Monday": """
        Which days can you meet your mentor?
    """,
    "Master": """
        What is your highest level of education?
    """,
    "she/her": """
        What are your pronouns?
    """,
    "Chat": """
        Which communication channel do you want to use?
    """,
    "example.org": """
        Company email domain
    """,
    "2019": """
        In which year did you join the company?
    """,
    "9-5": """
        Office hours
    """,
    "Le soir": """
        Quand êtes-vous disponible ?
    """,
    "en": """
        What language was the survey in?
    """,
    "Kick-off": """
        Which of our events did you attend?
    """,
}
"""By what is answered."""


def found(question: str, answer: str) -> str | None:
    """What a column is taken for, beside a name and an address."""
    table = Table(["Name", "E-mail", question], [["Cy Po", "cy@example.org", answer]], [2])
    return map_columns(table, PEOPLE).columns[2].field


def questions(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize("field", ASKED)
def test_a_question_finds_the_field_of_its_answer(field):
    asked = questions(ASKED[field])

    assert {question: found(question, ANSWERS[field]) for question in asked} == dict.fromkeys(asked, field)


@pytest.mark.parametrize("answer", OF_SOMETHING_ELSE)
def test_a_question_about_something_or_somebody_else_is_no_field(answer):
    asked = questions(OF_SOMETHING_ELSE[answer])

    assert {question: found(question, answer) for question in asked} == dict.fromkeys(asked)


def test_an_address_of_somebody_else_is_not_the_persons_own_though_nothing_else_holds_one():
    for question in ("Email of your emergency contact", "What is your mentor's email address?"):
        table = Table(["Name", question], [["Cy Po", "ana@example.org"]], [2])
        assert [column.field for column in map_columns(table, PEOPLE).columns] == ["name", None]
