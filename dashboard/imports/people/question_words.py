"""The words that questions of a sign-up form are made of, in a few languages, without accents; ``*`` is any ending."""

import re


def any_of(*lists: str) -> str:
    """A pattern for one of these words."""
    written = [re.escape(one).replace(r"\*", r"\w*").replace(r"\ ", " ") for some in lists for one in some.split(" | ")]
    return rf"\b(?:{'|'.join(written)})\b"


WHAT = any_of(
    "what | which | skill | skills | area | areas | topic | topics | theme | themes | things | qualifications",
    "following",
    "was | welch* | worin | wobei | themen | bereich* | fahigkeit* | kompetenz*",
    "que | cual* | tema | temas | habilidad* | competenc*",
    "quel* | domaine* | sujet* | quais | qual",
)
WANT = any_of(
    "want | would like | would you like | you d like | like to | hope | hoping | wish | need | looking | aim",
    "benefit",
    "interested in | mocht* | brauch* | will | willst | wollen | wunsch*",
    "gustaria | quier* | dese* | interesa | souhait* | voul* | voudri* | aimeri* | gostaria | quer | queres | quero",
)
LEARN = any_of(
    "learn* | develop* | improve | grow | strengthen | build | gain | acquire | deepen | get better | work on",
    "guidance",
    "be mentored | mentor to help | help with | help in | help on | support | advice",
    "lernen | entwickeln | weiterentwickeln | erwerben | verbessern | ausbauen | starken | vertiefen | unterstutzung",
    "aprender | desarrollar | adquirir | mejorar | fortalecer | profundizar | recibir | apoyo",
    "apprendre | developper | ameliorer | renforcer | progresser | approfondir | etre accompagn*",
    "desenvolver | melhorar | aprofundar | receber | apoio",
)
CAN = any_of(
    "can you | could you | you can | you could | i can | i could | able to | willing to | happy to | comfortable",
    "confident",
    "konn* | kann | kannst | pued* | podria* | comodo | comoda | pouvez | peux | pourriez | pode | podes",
    "poderia | a vontade",
)
GIVE = any_of(
    "mentor | mentoring | coach | coaching | help | support | share | sharing | teach | teaching | offer | offering",
    "advise | pass on | guidance | unterstutzen | weitergeben | beibringen | beraten | vermitteln | anbieten",
    "teilen | helfen",
    "ayudar | compartir | ensenar | ofrecer | asesorar | aportar | accompagner | apporter | transmettre | aider | aide",
    "partager",
    "enseigner | ajudar | partilhar | compartilhar | ensinar | oferecer | mentorar",
)
MENTEES = any_of(
    "mentee | mentees | people | person | persons | mentorado* | mentorada* | mentoree* | mentores | personas",
    "personnes",
    "pessoas | menschen",
)
HOW_MANY = any_of("how many | wie viele | cuantos | cuantas | combien de | combien d | quantos | quantas")
BOSS = any_of(
    "manager | managers | supervisor | supervisors | boss | vorgesetzt* | fuhrungskraft | chef | chefs | chefin",
    "jefe | jefa | supervisora | responsable | responsables | superieur | superieure | gestor | gestora | chefe",
)
MAIL = any_of("mail* | email* | correo | correos | courriel | courriels")
YOUR = any_of(
    "your | dein* | ihr* | tu | tus | su | sus | votre | vos | ton | ta | seu | sua | seus | suas | teu | tua"
)
IS = any_of("what is | what s | what are | was ist | was sind | wie ist | wie lautet | cual es | cuales son") + "|"
IS = f"(?:{IS}{any_of('quel est | quelle est | quels sont | qual e | qual e o | qual e a | quais sao | quais sao as')})"
WORK = any_of(
    "work* | employ* | study | represent | arbeit* | studier* | trabaj* | trabalh* | travaill* | belong | perten*"
)
LIVE = any_of(
    "live | based | located | reside | work from | work in | work at | wohn* | leb* | vive | vives | reside*",
    "habit* | mora*",
)
FIRM = any_of(
    "company | organization | organisation | employer | firm | institution | university | school | unternehmen",
    "firma",
    "empresa | organizacion | organizacao | entreprise | societe",
)
UNIT = any_of(
    "department | team | division | business unit | faculty | part of the organization | abteilung | bereich",
    "equipo",
    "departamento | service | departement | equipe | equipa",
)
PLACE = any_of("city | town | country | office | region | state | stadt | land | ciudad | pais | ville | pays | cidade")
POST = any_of(
    "job title | job | position | role | occupation | profession | puesto | cargo | poste | fonction | funktion",
    "stelle",
    "beruf | ocupacion | profissao | title",
)
SPEAK = any_of(
    "speak | spoken | talk* | fluent | comfortable | communicate | convers* | express | sprech* | sprich*",
    "verstandig*",
    "unterhalt* | habla* | maitris* | parl* | fala* | domin*",
)
TONGUES = any_of("language | languages | sprache | sprachen | idioma | idiomas | langue | langues | lingua | linguas")
PAIRED = any_of("mentor | mentee | mentora | mentorin | mentorado | mentore")
