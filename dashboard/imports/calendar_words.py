"""Words of the calendar in the languages of files: months, days of the week, and what else stands around a date."""

import unicodedata
from functools import cache

NAMES = (
    "january february march april may june july august september october november december",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz april mai juno julei august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari mrt april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november desember",
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
)
SHORTEST = 3
DAYS_OF_THE_WEEK = (
    "monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo",
    "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "lunedi martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta sexta feira sonnabend",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag mandag tirsdag onsdag torsdag fredag lordag sondag",
    "mandag tisdag lordag poniedzialek wtorek sroda czwartek piatek sobota niedziela",
    "понедельник вторник среда четверг пятница суббота воскресенье 星期一 星期二 星期三 星期四 星期五 星期六 星期日",
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 월요일 화요일 수요일 목요일 금요일 토요일 일요일",
)
AROUND = frozenset(
    word
    for line in (
        "st nd rd th er e o a of the on at de del den der dem d le el il la las los du um em y",
        "uhr am pm m p h г года в mo di mi do fr sa so tu we su",  # noqa: RUF001  (Cyrillic is meant)
        "年 月 日 号 號 년 월 일 上午 下午 午前 午後 오전 오후 z utc gmt t",
    )
    for word in line.split()
)
"""Words that say nothing about which day it is."""


@cache
def bare(word: str) -> str:
    """A word without case and accents."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    return unicodedata.normalize("NFC", "".join(one for one in letters if not unicodedata.combining(one)))


def month_of(word: str) -> int | None:
    """The month, 1-12, that a name or its first letters mean; None for any other word."""
    return _months().get(bare(word))


def is_weekday(word: str) -> bool:
    """Whether this is a day of the week, or its first letters."""
    return bare(word) in _weekdays()


def says_nothing(word: str) -> bool:
    """Whether a date stays the same without this word."""
    return bare(word) in AROUND or is_weekday(word)


@cache
def _months() -> dict[str, int]:
    meant: dict[str, set[int]] = {}
    for line in NAMES:
        for month, name in enumerate(line.split(), start=1):
            whole = bare(name)
            for letters in range(min(SHORTEST, len(whole)), len(whole) + 1):
                meant.setdefault(whole[:letters], set()).add(month)
    return {start: month for start, (month, *others) in meant.items() if not others}


@cache
def _weekdays() -> frozenset[str]:
    names = [bare(name) for line in DAYS_OF_THE_WEEK for name in line.split()]
    return frozenset(name[:letters] for name in names for letters in range(SHORTEST, len(name) + 1))
