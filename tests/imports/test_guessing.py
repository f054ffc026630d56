"""Rosters in the encodings that old programs write, told from each other by the words in them."""

import random

import pytest

from dashboard.imports.decoding import decode
from dashboard.imports.guessing import guesses

NAMES = {
    "cp1252": (
        "Íñigo Muñoz|Hélène Lefèvre|François Durand|Jürgen Müller|João Conceição|Inês Simões|Søren Sørensen|"
        "Åsa Lindström|Niccolò Bardù|Björk Guðmundsdóttir|Zoé O\u2019Prévost"
    ),
    "cp1250": (
        "Jiří Dvořák|Tomáš Černý|Šárka Růžičková|Łukasz Wójcik|Małgorzata Zielińska|Győző Erdős|Zsófia Németh|"
        "Željko Kovačić|Đurđa Šarić"
    ),
    "cp1254": "Ayşe Y\u0131ld\u0131z|İbrahim Çağlar|Gökhan Şahin|Özgür Güneş|Çiğdem Ayd\u0131n|Tuğba K\u0131l\u0131ç",
    "cp1257": "Rūta Žukauskienė|Žygimantas Šulcas|Jūratė Čepienė|Gintarė Ąžuolaitė|Vytautas Jonušas",
    "cp1251": "Иван Иванов|Жюли Гжель|Екатерина Смирнова|Дмитрий Кузнецов|Олексій Шевченко|Їжак Андрій",
    "koi8-r": "Иван Иванов|Жюли Гжель|Екатерина Смирнова|Дмитрий Кузнецов|Наталья Соколова",
    "cp866": "Иван Иванов|Жюли Гжель|Екатерина Смирнова|Дмитрий Кузнецов|Наталья Соколова",
    "cp1253": "Γιώργος Παπαδόπουλος|Ελένη Νικολάου|Κώστας Δημητρίου|Αθηνά Γεωργίου|Σπύρος Ιωάννου",
    "cp1255": "יוסי כהן|רונית לוי|דוד מזרחי|שרה פרץ|משה ביטון",  # noqa: RUF001
    "cp1256": "محمد العربي|فاطمة الزهراء|أحمد خالد|ليلى حسن|عبد الرحمن يوسف",
    "cp874": "สมชาย ใจดี|วิภา ศรีสุข|ธนพล รัตนกุล|กานดา พงษ์ไทย",
    "gb18030": "王小明|李娜|张伟|刘洋|陈静|杨帆|赵磊|黄晓燕|周杰|吴秀英|徐丽|孙强|马云飞|欧阳雪",
    "big5": "王小明|李娜|張偉|劉洋|陳靜怡|楊帆|趙雅婷|黃志豪|周杰倫|吳美玲|歐陽雪|謝佳穎",
    "cp932": "山田太郎|佐藤花子|鈴木一郎|高橋さくら|田中ユキ|渡辺健|伊藤美咲|中村翔",
    "euc-jp": "山田太郎|佐藤花子|鈴木一郎|高橋さくら|田中ユキ|渡辺健|伊藤美咲|中村翔",
    "cp949": "김민수|이영희|박지훈|최수진|정우성|강다은|조현우|윤서연|임재현|한지민",
    "mac-roman": "Hélène Lefèvre|François Durand|Gaël Benoît|Íñigo Muñoz|Jürgen Müller|Zoé Prévost",
    "cp850": "Íñigo Muñoz|Ángel García|José Pérez|María López|Jürgen Müller|Lucía Fernández|Raúl Ibáñez",
}

every_encoding = pytest.mark.parametrize("encoding", NAMES)


def roster(encoding: str, people: int, seed: int) -> str:
    chance = random.Random(seed)
    names = [chance.choice(NAMES[encoding].split("|")) for _ in range(people)]
    return "Name,Email\n" + "".join(f"{name},p{number}@example.org\n" for number, name in enumerate(names))


@every_encoding
def test_a_roster_of_all_these_people_is_read_letter_for_letter_and_without_a_doubt(encoding):
    text = "Name,Email\n" + "".join(f"{name},x@example.org\n" for name in NAMES[encoding].split("|"))

    assert decode(text.encode(encoding)).text == text


@every_encoding
def test_twenty_people_are_enough_to_tell_the_encoding(encoding):
    for seed in range(10):
        text = roster(encoding, 20, seed)
        assert decode(text.encode(encoding)).text == text


@every_encoding
@pytest.mark.parametrize("people", [1, 2, 4, 8])
def test_where_few_people_are_read_wrong_it_is_doubted(encoding, people):
    for seed in range(20):
        text = roster(encoding, people, seed)
        found = decode(text.encode(encoding))
        assert found.text == text or found.doubt


def test_a_known_name_of_a_column_decides():
    data = "Ad,Şehir\nAna,Lima\n".encode("cp1254")

    assert guesses(data, lambda header: False)[0].text == "Ad,Þehir"
    assert guesses(data, lambda header: header == "Şehir")[0].text == "Ad,Şehir"


def test_the_other_encoding_that_it_may_be_is_named():
    assert decode("Name\nL\u00e1szl\u00f3 Erd\u0151s\n".encode("cp1250")).doubt == (
        "It may as well be Windows-1250 (Central Europe). If names are unreadable, choose another."
    )


def test_what_no_language_writes_is_read_as_western_and_doubted():
    found = decode(b"Name\nx\xb5\xbf\xd7y\xac\n")

    assert (found.encoding, found.doubt) == (
        "cp1252",
        "The encoding could not be told from the words. If names are unreadable, choose another.",
    )
