"""Answers in words as the scales of forms have them, in several languages: the steps of each, from worst to best."""

# Each line is one step of the scale; what stands between commas means the same.
FAMILIES: dict[str, tuple[str, ...]] = {
    "agree": (
        "Disagree to agree",
        "strongly disagree, completely disagree, totally disagree, disagree strongly, muy en desacuerdo, "
        "totalmente en desacuerdo, pas du tout d accord, tout a fait en desaccord, stimme gar nicht zu, "
        "stimme uberhaupt nicht zu, trifft gar nicht zu, trifft uberhaupt nicht zu, fortemente in disaccordo, "
        "completamente in disaccordo, discordo totalmente, helemaal mee oneens, helemaal oneens, 非常不同意, "
        "完全不同意, 全くそう思わない, полностью не согласен, zdecydowanie sie nie zgadzam, instammer inte alls, "
        "helt uenig, 전혀 그렇지 않다, 매우 동의하지 않음",
        "disagree, somewhat disagree, mostly disagree, tend to disagree, slightly disagree, disagree somewhat, "
        "en desacuerdo, algo en desacuerdo, pas d accord, plutot pas d accord, en desaccord, stimme nicht zu, "
        "stimme eher nicht zu, trifft nicht zu, trifft eher nicht zu, in disaccordo, discordo, "
        "discordo parcialmente, mee oneens, oneens, 不同意, そう思わない, あまりそう思わない, не согласен, "
        "скорее не согласен, raczej sie nie zgadzam, nie zgadzam sie, instammer inte, delvis uenig, eher nein, "
        "그렇지 않다, 동의하지 않음",
        "neutral, neither agree nor disagree, neither agree or disagree, neither, undecided, unsure, not sure, "
        "ni de acuerdo ni en desacuerdo, indiferente, neutre, ni d accord ni pas d accord, "
        "sans opinion, teils teils, weder noch, unentschieden, neutrale, ne d accordo ne in disaccordo, neutro, "
        "nem concordo nem discordo, neutraal, 中立, 一般, どちらともいえない, нейтрально, "
        "ani sie zgadzam ani nie zgadzam, varken eller, hverken eller, 보통이다, 보통",
        "agree, somewhat agree, mostly agree, tend to agree, slightly agree, agree somewhat, de acuerdo, "
        "algo de acuerdo, d accord, plutot d accord, stimme zu, stimme eher zu, trifft zu, trifft eher zu, "
        "d accordo, concordo, concordo parcialmente, mee eens, eens, 同意, そう思う, ややそう思う, согласен, "
        "скорее согласен, raczej sie zgadzam, zgadzam sie, instammer, delvis enig, eher ja, 그렇다, 동의",
        "strongly agree, completely agree, totally agree, agree strongly, muy de acuerdo, totalmente de acuerdo, "
        "tout a fait d accord, entierement d accord, stimme voll zu, stimme voll und ganz zu, trifft voll zu, "
        "trifft voll und ganz zu, fortemente d accordo, completamente d accordo, concordo totalmente, "
        "helemaal mee eens, helemaal eens, 非常同意, 完全同意, とてもそう思う, полностью согласен, "
        "zdecydowanie sie zgadzam, instammer helt, helt enig, 매우 그렇다, 매우 동의",
    ),
    "agree7": (
        "Disagree to agree in seven steps",
        *("strongly disagree, completely disagree", "disagree", "somewhat disagree, slightly disagree"),
        *("neutral, neither agree nor disagree, undecided", "somewhat agree, slightly agree", "agree"),
        "strongly agree, completely agree",
    ),
    "agree3": ("Disagree, neutral, agree", "disagree", "neutral, neither agree nor disagree, undecided", "agree"),
    "satisfied": (
        "Dissatisfied to satisfied",
        "very dissatisfied, very unsatisfied, extremely dissatisfied, completely dissatisfied, muy insatisfecho, "
        "muy insatisfecha, tres insatisfait, tres insatisfaite, sehr unzufrieden, molto insoddisfatto, "
        "muito insatisfeito, zeer ontevreden, 非常不满意, とても不満, 매우 불만족, mycket missnojd, "
        "bardzo niezadowolony, bardzo niezadowolona, очень недоволен",
        "dissatisfied, unsatisfied, somewhat dissatisfied, not satisfied, insatisfecho, insatisfecha, insatisfait, "
        "insatisfaite, unzufrieden, eher unzufrieden, insoddisfatto, insatisfeito, ontevreden, 不满意, 不満, "
        "불만족, missnojd, niezadowolony, niezadowolona, недоволен",
        "neutral, neither satisfied nor dissatisfied, neutre, teils teils, neutrale, neutro, neutraal, 一般, "
        "どちらともいえない, 普通, 보통, neutralny",
        "satisfied, somewhat satisfied, satisfecho, satisfecha, satisfait, satisfaite, zufrieden, eher zufrieden, "
        "soddisfatto, satisfeito, tevreden, 满意, 満足, 만족, nojd, zadowolony, zadowolona, доволен",
        "very satisfied, extremely satisfied, completely satisfied, muy satisfecho, muy satisfecha, "
        "tres satisfait, tres satisfaite, sehr zufrieden, molto soddisfatto, muito satisfeito, zeer tevreden, "
        "非常满意, とても満足, 大変満足, 매우 만족, mycket nojd, bardzo zadowolony, bardzo zadowolona, очень доволен",
    ),
    "likely": (
        "Unlikely to likely",
        "very unlikely, extremely unlikely, not at all likely, definitely not, sehr unwahrscheinlich, "
        "tres improbable, muy improbable, molto improbabile, muito improvavel, zeer onwaarschijnlijk, auf keinen fall",
        "unlikely, somewhat unlikely, not likely, probably not, unwahrscheinlich, eher unwahrscheinlich, improbable, "
        "poco probable, peu probable, improbabile, improvavel, onwaarschijnlijk, eher nicht",
        "neutral, neither likely nor unlikely, maybe, possibly, not sure, unsure, vielleicht, peut etre, tal vez, "
        "forse, talvez, misschien",
        "likely, somewhat likely, quite likely, probably, probably yes, wahrscheinlich, eher wahrscheinlich, probable, "
        "probabile, provavel, waarschijnlijk",
        "very likely, extremely likely, definitely, definitely yes, certainly, sehr wahrscheinlich, tres probable, "
        "muy probable, molto probabile, muito provavel, zeer waarschijnlijk, auf jeden fall",
    ),
    "quality": (
        "Very poor to very good",
        "very poor, very bad, terrible, very poorly, muy mal, muy malo, tres mauvais, sehr schlecht, pessimo",
        "poor, bad, poorly, badly, not well, mal, malo, mauvais, schlecht, ruim, scarso",
        "fair, average, ok, okay, acceptable, neutral, so so, regular, moyen, mittel, mittelmassig, sufficiente",
        "good, well, bien, bueno, bon, gut, buono, bom",
        "very good, very well, excellent, great, outstanding, muy bien, muy bueno, excelente, tres bien, tres bon, "
        "sehr gut, ottimo, otimo, uitstekend",
    ),
    "quality5": ("Poor to excellent", "poor", "fair", "good", "very good", "excellent"),
    "often": (
        "Never to always",
        "never, nunca, jamais, nie, mai, nooit",
        "rarely, seldom, hardly ever, almost never, raramente, rara vez, rarement, selten, zelden",
        "sometimes, occasionally, a veces, parfois, manchmal, a volte, as vezes, soms",
        "often, frequently, usually, mostly, a menudo, souvent, oft, haufig, spesso, frequentemente, vaak",
        "always, almost always, siempre, toujours, immer, sempre, altijd",
    ),
    "degree": (
        "Not at all to very",
        "not at all, not, gar nicht, pas du tout, para nada, per niente",
        "slightly, a little, a bit, not very, not so, hardly, un poco, poco, un peu, ein wenig, wenig, kaum",
        "somewhat, moderately, fairly, partly, neutral, to some extent, algo, moyennement, assez, teilweise, etwas",
        "quite, mostly, rather, pretty, largely, a lot, bastante, plutot, ziemlich, abbastanza",
        "very, extremely, completely, fully, highly, totally, absolutely, a great deal, muy, tres, sehr, "
        "vollig, molto, muito",
    ),
    "degree5": (
        "Not at all to extremely",
        "not at all, not",
        "slightly, a little",
        "moderately, somewhat",
        "very",
        "extremely, completely",
    ),
    "fit": (
        "Not a fit to a good fit",
        "not a fit, not a good fit, no fit, bad fit, a bad fit, poor fit, a poor fit",
        "still deciding, deciding, too early, too early to say, too early to tell",
        "a good fit, good fit, great fit, a great fit, perfect fit, excellent fit",
    ),
    "yes": (
        "No, maybe, yes",
        "no, n, false, non, nein, nao, nej, nee, いいえ, 否, 不, нет, nie",
        "maybe, perhaps, not sure, unsure, possibly, undecided, i don t know, don t know, still deciding, tal vez, "
        "quizas, no se, peut etre, vielleicht, forse, talvez, misschien, 也许, たぶん, возможно, too early to say",
        "yes, y, true, si, oui, ja, sim, はい, 是, да, tak, definitely, absolutely, of course",
    ),
}
"""Key -> what the scale is called, then its steps."""
