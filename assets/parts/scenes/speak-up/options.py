"""One picture for each answer of the survey: a single sign or two figures, readable at the size of a hand."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

kid = _who(skin=2, hair="curls", hc=BLACK, top=CORAL, wear="tee", build="child")
kid2 = _who(skin=4, hair="puffs", hc="#1B100B", top=AMBER, wear="tee", build="child")
kid3 = _who(skin=0, hair="bob", hc=AUBURN, top=PLUM, wear="tee", build="child")
grown = _who(skin=3, hair="crop", hc=BLACK, top=TEAL, wear="shirt", build="adult")
grown2 = _who(skin=1, hair="lowbun", hc=BROWN, top=DENIM, wear="cardigan", trim=CREAM, build="adult")

STONE = "#65727A"


def sign_figure(x, y, s, c):
    """A plain figure without a face, its feet on y; as tall as 460 * s."""
    return group(circle(0, -386, 74, c) + path("M-96 -284 A40 40 0 0 1 -56 -300 H56 A40 40 0 0 1 96 -284 C112 -240 112 -180 104 -132 H-104 C-112 -180 -112 -240 -96 -284Z", c, c, 20)
                 + path("M-48 -140 V-30 M48 -140 V-30", None, c, 76), x, y, s)


def gap_figure(x, y, s, c=STONE):
    """The dashed outline of a grown-up who is not there; neck at x, y."""
    return group(path("M-62 -84 A66 74 0 1 1 62 -84 A66 74 0 1 1 -62 -84Z M-118 330 V110 C-118 50 -80 30 -40 26 H40 C80 30 118 50 118 110 V330", None, c, 15, stroke_dasharray="2 34"), x, y, s)


def option_surprise():
    p = Picture("option-surprise", SUN)
    p.add(disc(500, 500, 340, shade(SUN, 1.5)))
    p.add(confetti([(220, 330, 30, 20), (300, 220, 26, -20), (700, 200, 30, 10), (800, 330, 26, -10), (160, 520, 24, 0), (850, 540, 26, 30), (500, 150, 28, 0)]))
    bow = path("M0 -60 C-130 -180 -190 -20 0 -60 C130 -180 190 -20 0 -60Z", PLUM, PLUM, 18) + circle(0, -62, 26, shade(PLUM, .85))
    p.add(group(gift(0, 0, 1, CORAL, SUN) + rect(-18, -52, 36, 42, 0, SUN) + bow, 500, 590, 2.1))
    return p


def option_worry():
    p = Picture("option-worry", SKY)
    p.add(disc(500, 500, 340, shade(SKY, 1.45)), cloud(500, 270, 1.7, "#A3ABB0"))
    p.add(rect(270, 560, 460, 260, 30, "#54447A"), rect(248, 520, 504, 96, 30, "#43365F"), padlock(500, 650, 92, SUN, INK))
    return p


def option_unsure():
    p = Picture("option-unsure", LILAC)
    p.add(disc(500, 480, 350, shade(LILAC, 1.5)))
    q = kid3(430, 640, 1.9, look=.45, down=-.5, tilt=7, mood="think", len=420)
    p.add(q.back(), q.body(), q.head(), q.arm("l", (300, 1000)))
    hx, hy = q.head_at(10, 84)
    p.add(q.arm("r", (hx + 10, hy + 26), hand="chin", bend="down"))
    p.add(bubble(752, 270, 240, 240, (600, 420)), question(752, 262, 74, PLUM))
    return p


def option_tell():
    p = Picture("option-tell", MINT)
    p.add(disc(500, 500, 350, shade(MINT, 1.5)))
    a = kid(270, 640, 1.5, look=.65, down=-.4, tilt=4, mood="talk", len=400)
    b = grown(724, 530, 1.36, look=-.65, down=.5, tilt=-7, mood="smile", len=420)
    for q in (b, a):
        p.add(q.back(), q.body(), q.head())
    p.add(b.arm("r", (860, 960)), a.arm("l", (170, 960)), a.arm("r", (420, 800), hand="open", turn=-30, bend="down"), b.arm("l", (590, 760), hand="open", turn=-130, bend="down", reach=.85))
    p.add(bubble(330, 226, 300, 190, (320, 400)), dots(330, 226, 22, TEAL))
    return p


def option_keep():
    p = Picture("option-keep", PEACH)
    p.add(disc(500, 500, 350, shade(PEACH, 1.4)))
    q = kid(500, 680, 1.9, look=.1, tilt=-3, mood="neutral", len=420)
    p.add(q.back(), q.body(), q.head(), q.arm("r", (640, 1010)))
    hx, hy = q.head_at(4, 56)
    lit = shade(q.skin, 1.25)
    p.add(q.arm("l", (hx - 20, hy + 150), hand=None, bend="out"), circle(hx - 6, hy + 106, 62, lit), line(hx - 6, hy + 92, hx - 4, hy - 22, lit, 46),
          path("M%s h42 M%s h42" % (pts(hx - 10, hy + 98), pts(hx - 10, hy + 126)), None, shade(q.skin, .86), 8))
    return p


def option_another():
    p = Picture("option-another", LEAF)
    p.add(disc(500, 500, 350, shade(LEAF, 1.5)))
    p.add(sign_figure(236, 850, 1.02, shade(LEAF, .82)))
    b = grown2(690, 520, 1.5, look=-.6, down=.3, tilt=-6, mood="grin", len=460)
    p.add(b.back(), b.body(), b.head(), b.arm("r", (850, 980)))
    p.add(b.arm("l", (520, 700), hand="open", turn=-120, bend="down"))
    p.add(path("M236 316 C280 150 420 120 520 214", None, CORAL, 34), path("M528 128 L530 226 L434 220", None, CORAL, 34))
    return p


def option_nothing():
    p = Picture("option-nothing", SKY)
    p.add(disc(500, 500, 350, shade(SKY, 1.45)))
    q = kid2(400, 650, 1.8, look=-.2, down=1, tilt=-7, mood="neutral", len=420)
    p.add(q.back(), q.body(), q.head(), q.arm("l", (300, 990)), q.arm("r", (540, 990)))
    p.add(bubble(716, 284, 236, 180, (590, 430)))
    return p


def _two(name, colour, tall, small, ring):
    p = Picture(name, colour)
    p.add(disc(500, 500, 350, shade(colour, 1.5)))
    if ring == "tall":
        p.add('<ellipse cx="356" cy="470" rx="196" ry="366" stroke="%s" stroke-width="30"/>' % CORAL)
    else:
        p.add('<ellipse cx="694" cy="606" rx="146" ry="232" stroke="%s" stroke-width="30"/>' % CORAL)
    p.add(sign_figure(356, 770, 1.3, tall), sign_figure(694, 770, .74, small))
    return p


def option_grown_up():
    return _two("option-grown-up", SUN, DEEP, shade(SUN, .84), "tall")


def option_child():
    return _two("option-child", MINT, shade(MINT, .84), DEEP, "small")


def option_together():
    p = Picture("option-together", SUN)
    p.add(disc(500, 480, 350, shade(SUN, 1.5)))
    b = grown2(748, 470, 1.3, look=-.65, down=.5, tilt=-6, mood="grin", len=460)
    k, m = kid(196, 668, 1.14, look=.6, tilt=3, mood="soft", len=400), kid3(414, 690, 1.14, look=.55, tilt=-3, mood="talk", len=400)
    for q in (b, k, m):
        p.add(q.back(), q.body(), q.head())
    p.add(b.arm("r", (880, 900)), k.arm("l", (118, 910)), m.arm("r", (506, 920)))
    p.add(k.arm("r", (302, 890)), m.arm("l", (308, 890)), b.arm("l", (566, 330), hand="open", turn=-110, bend="out"))
    return p


def option_two_only():
    p = Picture("option-two-only", LILAC)
    p.add(disc(500, 500, 350, shade(LILAC, 1.5)))
    a = kid(286, 600, 1.6, look=.5, down=.3, tilt=6, mood="neutral", len=420)
    b = kid3(714, 600, 1.6, look=-.5, down=.3, tilt=-6, mood="neutral", len=420)
    for q in (a, b):
        p.add(q.back(), q.body(), q.head())
    p.add(a.arm("l", (180, 960)), b.arm("r", (820, 960)), circle(500, 740, 130, CREAM), padlock(500, 724, 80, DEEP, SUN))
    p.add(a.arm("r", (388, 780), hand="flat", turn=-10, bend="down"), b.arm("l", (612, 780), hand="flat", turn=190, bend="down"))
    return p


def option_yes():
    p = Picture("option-yes", LEAF)
    p.add(disc(500, 480, 350, shade(LEAF, 1.5)))
    b = grown(650, 500, 1.36, look=-.5, down=.4, tilt=-6, mood="smile", len=440)
    a = kid2(330, 640, 1.5, look=.5, down=-.2, tilt=4, mood="grin", len=400)
    p.add(b.back(), b.body(), b.head(), b.arm("r", (790, 930)))
    p.add(a.back(), a.body(), a.head(), a.arm("l", (230, 960)), a.arm("r", (430, 960)))
    p.add(b.arm("l", (440, 722), hand="flat", turn=160, bend="down"), heart(450, 220, 66, CORAL))
    return p


def _beside_gap(name, colour, mood, down, inside):
    p = Picture(name, colour)
    p.add(disc(500, 480, 350, shade(colour, 1.5)))
    a = kid2(310, 640, 1.5, look=.5, down=down, tilt=4, mood=mood, len=400)
    p.add(gap_figure(680, 480, 1.36), inside)
    p.add(a.back(), a.body(), a.head(), a.arm("l", (210, 960)), a.arm("r", (410, 960)))
    return p


def option_who():
    return _beside_gap("option-who", LILAC, "think", -.2, question(680, 720, 96, PLUM))


def option_not_yet():
    return _beside_gap("option-not-yet", SKY, "soft", .2, "")


SCENES = [option_surprise, option_worry, option_unsure, option_tell, option_keep, option_another, option_nothing,
          option_grown_up, option_child, option_together, option_two_only, option_yes, option_who, option_not_yet]
