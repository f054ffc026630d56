"""What is written in which legacy encoding: the letters of languages beyond a-z, the common ones of others."""

from typing import NamedTuple

WESTERN = {
    "Spanish": "áéíóúüñ",
    "French": "àâæçèéêëîïôœùûüÿ",
    "German": "äöüßé",
    "Portuguese": "áâãàçéêíóôõúü",
    "Italian": "àèéìíîòóùú",
    "Catalan": "àçèéíïòóúü",
    "Dutch": "éèëïóöüá",
    "Swedish and Finnish": "åäöé",
    "Danish and Norwegian": "æøåé",
    "Icelandic": "áéíóúýðþæö",
    "Irish and Scottish": "áéíóúàèìòù",
}
CENTRAL = {
    "Polish": "ąćęłńóśźż",
    "Czech and Slovak": "áčďéěíňóřšťúůýžäĺľôŕ",
    "Hungarian": "áéíóöőúüű",
    "Croatian and Slovene": "čćđšž",
    "Romanian": "ăâîşţ",
    "German": "äöüß",
}
TURKISH = {"Turkish": "çğ\u0131iöşüâî"}
BALTIC = {
    "Lithuanian": "ąčęėįšųūž",
    "Latvian": "āčēģīķļņšūž",
    "Estonian": "äöõüšž",
}
LATIN = {
    "cp1252": WESTERN,
    "cp1250": CENTRAL,
    "cp1254": TURKISH,
    "cp1257": BALTIC,
    "mac-roman": WESTERN,
    "cp850": WESTERN,
}
"""Encoding -> language -> its letters beyond a-z, small."""


class Script(NamedTuple):
    """The range of a script's letters, and the ten or so that make up most of its texts."""

    first: str
    last: str
    common: str


CYRILLIC = Script("\u0400", "\u04ff", "оеаинтсрвлкмя")
GREEK = Script("\u0370", "\u03ff", "αοιετσςνηυρκάίόέήώύ")
SCRIPTS = {
    "cp1251": CYRILLIC,
    "koi8-r": CYRILLIC,
    "cp866": CYRILLIC,
    "cp1253": GREEK,
    "cp1255": Script("\u0590", "\u05ff", "יוהלאמרתבש"),
    "cp1256": Script("\u0600", "\u06ff", "اليمونرتبدعةسه"),
    "cp874": Script("\u0e00", "\u0e7f", "านรอกเงมยลวดทส"),
}
"""Encoding -> the script that it is for."""


class Zones(NamedTuple):
    """The leading bytes of what is common, and of what is rare, in an encoding of two bytes a letter."""

    common: range
    rare: range
    low: int = 0xA1
    """The least second byte of a common letter."""


ZONES = {
    "gb18030": Zones(range(0xB0, 0xD8), range(0xD8, 0xF8)),
    "big5": Zones(range(0xA4, 0xC7), range(0xC9, 0xFA), low=0x40),
    "cp932": Zones(range(0x88, 0x98), range(0x98, 0xEB), low=0x40),
    "euc-jp": Zones(range(0xB0, 0xD0), range(0xD0, 0xF5)),
    "cp949": Zones(range(0xB0, 0xC9), range(0xCA, 0xFE)),
}
JAPANESE = ("cp932", "euc-jp")
