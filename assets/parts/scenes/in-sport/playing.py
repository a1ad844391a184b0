"""How sport should feel, and the promises of being on a child's side."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

WATER, COURT = "#7CC3D3", "#EBC58B"

safi = _who(skin=2, hair="bald", top=CORAL, build="teen", sleeve="short")
dan = _who(skin=4, hair="buzz", hc=BLACK, beard=BLACK, top=CREAM, wear="vneck", build="adult", legs=DENIM, shoe=WHITE, sleeve="short")
milo = _who(skin=0, hair="curls", hc=AUBURN, top=CORAL, wear="band", trim=WHITE, build="child", legs=INK, shoe=WHITE, freckles=True, aid=TEAL)
ama = _who(skin=3, hair="cornrows", hc=BLACK, top=AMBER, wear="band", trim=WHITE, build="teen", legs=INK, shoe=CORAL)
grandad = _who(skin=3, hair="fringe_bald", hc=GREY, beard=GREY, top=MOSS, wear="cardigan", trim=CREAM, build="elder", glasses=True, age=1, legs=INK, shoe=AUBURN)
jo = _who(skin=0, hair="bob", hc=BLOND, top=TEAL, wear="lanyard", trim=CORAL, build="adult", legs=INK, shoe=WHITE)
ruth = _who(skin=3, hair="greywave", hc=GREY, top=PLUM, wear="cardigan", trim=CREAM, build="elder", age=1, legs=INK, shoe=AUBURN, glasses=CORAL)
obi = _who(skin=4, hair="crop", hc=BLACK, top=AMBER, wear="band", trim=WHITE, build="child", legs=DENIM, shoe=WHITE, sleeve="short")
imran = _who(skin=2, hair="sweep", hc=BLACK, top=AMBER, wear="stripes", trim=CREAM, build="teen")
imrans_dad = _who(skin=2, hair="crop", hc=BLACK, beard=BLACK, top=TEAL, wear="shirt", build="adult")


def swim_cap(q, c):
    """A swimming cap, with goggles pushed up."""
    goggles = path("M-96 -44 Q0 -76 96 -44", None, INK, 10) + ellipse(-32, -66, 27, 19, INK) + ellipse(32, -66, 27, 19, INK)
    goggles += ellipse(-32, -66, 18, 11, SKY) + ellipse(32, -66, 18, 11, SKY)
    return q._headgroup(path("M-97 20 C-112 -88 -66 -134 0 -134 C66 -134 112 -88 97 20 C90 -22 66 -50 0 -52 C-66 -50 -90 -22 -97 20Z", c)
                        + path("M-10 -128 C-40 -124 -66 -108 -78 -84", None, shade(c, 1.4), 8) + goggles)


def lane(x1, y1, x2, y2, count, r):
    """A rope with floats between two swimming lanes."""
    out = line(x1, y1, x2, y2, WHITE, r * .5)
    for i in range(count):
        t = (i + .5) / count
        out += ellipse(x1 + (x2 - x1) * t, y1 + (y2 - y1) * t, r * 1.2, r * .9, (CORAL, WHITE)[i % 2])
    return out


def how_sport_should_feel_1():
    p = Picture("how-sport-should-feel-1", shade(SKY, 1.4))
    p.add("".join(rect(x, 70, 150, 150, 10, WHITE) + rect(x + 12, 82, 126, 126, 6, SKY) for x in (150, 330, 520, 700)))
    p.add(rect(0, 270, 1000, 40, 0, CREAM), rect(0, 300, 1000, 800, 0, WATER), lane(0, 372, 1000, 372, 15, 14), lane(0, 520, 1000, 520, 11, 20))
    a = Person(196, 630, 1.02, skin=0, hair="bald", top=PLUM, build="teen", sleeve="short", look=.55, tilt=6, mood="laugh")
    s = safi(530, 560, 1.14, look=-.35, tilt=-4, mood="grin")
    c = Person(822, 640, 1.02, skin=4, hair="bald", top=MOSS, build="teen", sleeve="short", look=-.6, tilt=-6, mood="laugh")
    p.add(s.arm("r", (650, 790)), c.arm("l", (716, 810)), a.arm("l", (112, 810)))
    for q, cap in ((s, DENIM), (a, CORAL), (c, SUN)):
        p.add(q.body(), q.head(), swim_cap(q, cap))
    p.add(s.arm("l", (384, 404), hand="open", turn=-112, bend="out"), a.arm("r", (338, 412), hand="open", turn=-66, bend="out"))
    p.add(c.arm("r", (926, 470), hand="open", turn=-66, bend="out"))
    p.add(path("M0 716 q50 -34 100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 t100 0 V1000 H0Z", mix(WATER, TEAL, .3)))
    p.add("".join(waves(x, y, w, 1, shade(WATER, 1.35), 0, 11) for x, y, w in ((210, 800, 170), (520, 780, 200), (790, 816, 150), (640, 884, 150), (370, 872, 130))))
    p.add("".join(ellipse(x, y, 9, 13, WHITE) for x, y in ((300, 340), (360, 306), (424, 336), (268, 384))))
    return p


def bat(x, y, s=1, rot=0):
    """A cricket bat; the grip is at x, y."""
    return group(rect(-13, -60, 26, 130, 12, INK) + path("M-13 60 L-36 100 V300 Q0 326 36 300 V100 L13 60Z", "#E8B974", "#E8B974", 8)
                 + line(0, 130, 0, 290, shade("#E8B974", .88), 8), x, y, s, rot)


def how_sport_should_feel_2():
    p = Picture("how-sport-should-feel-2", SKY, "soft")
    p.add(cloud(200, 170, .8, shade(SKY, 1.6)), tree(880, 560, .9), tree(720, 560, .66, shade(MOSS, .9)), house(150, 560, 210, 130, CREAM, CORAL, TEAL, two=False, chimney=False))
    p.add(ground(548, LEAF), ellipse(500, 900, 560, 130, shade(SUN, 1.25)))
    p.add("".join(rect(x, 610, 12, 130, 5, WHITE) for x in (468, 496, 524)), rect(466, 602, 72, 12, 6, AMBER))
    m = milo(262, 512, 1.12, look=.6, tilt=4, mood="smile")
    d = dan(726, 488, 1.1, look=-.65, tilt=-5, mood="smile")
    hx, hy = d.hip()
    p.add(d.leg((hx + 30, hy - 20), (hx + 10, 910), (hx + 170, 930), toe=1, far=True, w=84))
    p.add(m.standing(930, 38), m.back(), m.body(), m.head(), m.arm("l", (196, 700)))
    p.add(bat(388, 690, 1.0, -8), m.arm("r", (400, 700), hand=None), circle(394, 704, 27, m.skin), m.fingers(384, 704, 172, 1.05, 4))
    p.add(d.back(), d.body(), d.leg((hx - 20, hy - 22), (hx - 156, hy + 2), (hx - 160, 936), toe=-1, w=86), d.head())
    p.add(d.arm("r", (800, 760), hand="flat", bend="out"), d.arm("l", (552, 590), hand="open", turn=-120, bend="down"))
    p.add(bubble(560, 170, 190, 160, (664, 290)), question(560, 166, 46, TEAL))
    p.add(bubble(180, 200, 150, 130, (230, 318)), tick(180, 200, 38, TEAL))
    return p


def how_sport_should_feel_3():
    p = Picture("how-sport-should-feel-3", LEAF, "soft")
    p.add(cloud(180, 180, .8, shade(LEAF, 1.6)), ground(600, shade(MOSS, 1.15)), path("M-20 760 Q500 680 1020 760", None, CREAM, 12))
    p.add(path("M70 620 V330 H420 V620", None, WHITE, 16), path(" ".join("M%s V612" % pts(x, 340) for x in (130, 190, 250, 310, 370)) + " ".join("M78 %s H412" % n(y) for y in (400, 460, 520, 580)), None, shade(LEAF, 1.5), 4))
    # the loud voice from outside
    spikes = []
    for i in range(22):
        r = 250 if i % 2 else 196
        spikes.append(polar(866, 300, r, i * 360 / 22))
    p.add(path("M" + " L".join(pts(*q) for q in spikes) + "Z", "#C9C0B8", "#C9C0B8", 10))
    p.add(path("M740 238 l46 40 l46 -40 l46 40 l46 -40 M752 330 l46 40 l46 -40 l46 40 l46 -40", None, INK, 15))
    a = ama(506, 470, 1.08, look=.5, tilt=-3, mood="firm", len=300)
    b = Person(254, 500, 1.04, skin=0, hair="ponytail", hc=BROWN, top=AMBER, wear="band", trim=WHITE, build="teen", look=.6, tilt=7, mood="soft", legs=INK, shoe=CORAL, len=300)
    for q in (b, a):
        p.add(q.standing(940), q.back(), q.body(), q.head())
    p.add(a.arm("l", (432, 800)), a.arm("r", (690, 560), hand="open", turn=-86, bend="down"))
    p.add(b.arm("r", (400, 640), hand="flat", bend="in", turn=-10), football(176, 760, 66), b.arm("l", (122, 760), hand="flat", turn=20))
    return p


def how_sport_should_feel_4():
    p = Picture("how-sport-should-feel-4", SUN, "soft")
    p.add(sun(770, 180, 74, CREAM, 12), hill(300, 640, 900, 170, LEAF), ground(600, shade(MOSS, 1.15)), tree(120, 600, .8), path("M-20 700 Q500 640 1020 700", None, CREAM, 12))
    p.add(path("M800 616 V450 H1010", None, WHITE, 13))
    a = ama(520, 462, .98, look=-.45, tilt=-4, mood="talk")
    g = grandad(222, 484, 1.0, look=.6, tilt=5, mood="smile")
    j = jo(800, 458, 1.0, look=-.65, tilt=-6, mood="soft")
    ch = Wheelchair(g, 1, 918, CORAL)
    p.add("".join(rect(x, 760, 28, 160, 8, shade(WOOD, .8)) for x in (420, 900)), rect(372, 730, 620, 44, 18, WOOD))
    for q in (a, j):
        p.add(q.back(), q.body(), knees(q), q.head())
    p.add(ch.back(), g.back(), g.seated(892, 1), g.body(), ch.front(), g.head())
    p.add(g.arm("l", (196, 716), hand="flat"), g.arm("r", (316, 712), hand="flat"))
    p.add(a.arm("l", (462, 738), hand="flat"), a.arm("r", (628, 628), hand="open", turn=-50, bend="in"))
    p.add(j.arm("l", (742, 742), hand="flat"), j.arm("r", (838, 742), hand="flat"))
    p.add(bubble(500, 142, 190, 130, (510, 250)), waves(500, 142, 110, 2, CORAL, 38, 12))
    return p


def knees(q):
    """The legs of somebody who sits and faces us: the knees come forward."""
    hx, hy = q.hip()
    s = q.s
    return q.seated(930) + "".join(ellipse(hx + f * 48 * s, hy + 26 * s, 50 * s, 44 * s, shade(q.legc, 1.06)) for f in (-1, 1))


def poster(x, y, w, h):
    """A poster of ten rows without words: a sign and a line each."""
    out = rect(x - w / 2 - 12, y - h / 2 - 12, w + 24, h + 24, 18, WOOD) + rect(x - w / 2, y - h / 2, w, h, 10, WHITE)
    rows = ""
    for i in range(5):
        for k in (0, 1):
            cx, cy = x - w * .38 + k * w * .5, y - h * .38 + i * h * .19
            rows += (heart(cx, cy, h * .05, (CORAL, AMBER, TEAL, PLUM, MOSS)[(i + k) % 5]) if (i + k) % 2 else tick(cx, cy, h * .05, (TEAL, MOSS, CORAL)[i % 3]))
            rows += line(cx + w * .1, cy, cx + w * .28, cy, MINT, 10)
    return out + rows


def hoop(x, y, s=1):
    """A basket on its board; the middle of the ring is at x, y + 70 s."""
    return group(rect(-120, -110, 240, 170, 14, WHITE) + rect(-50, -60, 100, 76, 6, None or CREAM) + path("M-50 -60 H50 V16 H-50Z", None, CORAL, 10)
                 + path("M-62 70 H62 M-54 74 L-36 150 H36 L54 74 M-20 74 L-12 150 M20 74 L12 150 M-48 108 H48", None, CORAL, 8), x, y, s)


def promises_on_your_side_1():
    p = Picture("promises-on-your-side-1", SKY)
    p.add(rect(0, 0, 1000, 720, 0, shade(SKY, 1.25)), rect(0, 600, 1000, 130, 0, SKY), ground(720, COURT), path("M-20 850 Q500 770 1020 850", None, CREAM, 14))
    p.add(poster(556, 290, 320, 330))
    r = ruth(290, 506, 1.16, look=.6, tilt=4, mood="smile", len=480)
    o = obi(722, 606, 1.2, look=-.55, down=-.5, tilt=-6, mood="grin")
    p.add(r.back(), r.body(), r.head(), r.arm("l", (196, 820)))
    p.add(o.standing(1000, 40), o.back(), o.body(), o.head())
    p.add(r.arm("r", (470, 458), hand="point", bend="down", turn=-58))
    p.add(ball(604, 796, 74, "#E8833A", INK), o.arm("l", (620, 862), hand="flat", bend="out", turn=20), o.arm("r", (836, 800), hand="flat", bend="out"))
    return p


def clap(q, at):
    x, y = at
    return q.arm("l", (x - 16 * q.s, y), hand="flat", turn=-62) + q.arm("r", (x + 14 * q.s, y - 6), hand="flat", turn=-118)


def promises_on_your_side_2():
    p = Picture("promises-on-your-side-2", MINT, "soft")
    p.add(rect(0, 0, 1000, 560, 0, shade(MINT, 1.3)), ground(540, COURT), path("M480 1000 C480 760 640 640 1010 640", None, CREAM, 14))
    p.add(rect(880, 150, 20, 420, 6, "#8C979C"), hoop(796, 236, 1.0))
    o = obi(600, 470, .84, look=.6, down=-.8, tilt=4, mood="grin")
    hx, hy = o.hip()
    p.add(o.leg((hx - 16, hy - 8), (hx - 26, 690), (hx - 64, 750), toe=1, far=True, w=60), o.leg((hx + 16, hy - 8), (hx + 44, 690), (hx + 40, 756), toe=1, w=60))
    p.add(ellipse(594, 800, 90, 14, shade(COURT, .88)))
    p.add(o.back(), o.body(), o.head(), o.arm("l", (486, 410), hand="open", turn=-130, bend="out"), o.arm("r", (716, 340), hand="open", turn=-60, bend="out"))
    p.add(ball(640, 156, 42, "#E8833A", INK), path("M706 292 Q690 210 668 196", None, WHITE, 8, stroke_dasharray="2 22"))
    m = Person(180, 580, 1.06, skin=0, hair="sweep", hc=BLOND, top=TEAL, wear="pocket", build="broad", look=.6, tilt=5, mood="laugh", len=460)
    r = ruth(430, 660, 1.1, look=.65, down=-.5, tilt=-4, mood="grin", len=420)
    p.add(m.back(), m.body(), m.head(), m.arm("l", (74, 356), hand="open", turn=-100, bend="out"), m.arm("r", (318, 360), hand="open", turn=-80, bend="out"))
    p.add(r.back(), r.body(), r.head(), clap(r, (438, 820)))
    return p


def promises_on_your_side_3():
    p = Picture("promises-on-your-side-3", LEAF, "soft")
    p.add(rect(0, 0, 1000, 560, 0, SKY), cloud(150, 150, .7, WHITE), tree(60, 560, .9), tree(950, 560, 1, shade(MOSS, .9)), ground(540, LEAF), path("M0 790 H1000 V1000 H0Z", shade(PEACH, 1.3)))
    p.add("".join(rect(x, 820, 130, 120, 36, INK) for x in (116, 754)))
    p.add(path("M176 590 L262 140 Q272 96 322 96 H678 Q728 96 738 140 L824 590Z", CORAL, CORAL, 26))
    p.add('<defs><clipPath id="on-your-side-3-glass"><path d="M216 604 L294 164 Q302 134 336 134 H664 Q698 134 706 164 L784 604Z"/></clipPath></defs>')
    d = imrans_dad(368, 500, 1.16, look=.65, tilt=3, mood="soft", len=300)
    i = imran(640, 520, 1.1, look=-.55, tilt=-5, mood="talk", len=300)
    inside = rect(100, 100, 800, 520, 0, "#3A5560") + rect(268, 330, 190, 300, 60, "#2B434D") + rect(550, 340, 190, 300, 60, "#2B434D")
    inside += d.back() + d.body() + d.head() + i.back() + i.body() + i.head()
    inside += line(*d.at(-64, 20), *d.at(40, 150), INK, 18) + line(*i.at(64, 20), *i.at(-40, 150), INK, 18)
    inside += path("M268 620 A96 96 0 0 1 460 620", None, INK, 24) + d.arm("l", (276, 574), hand="thumb")
    inside += i.arm("l", (536, 560), hand="open", turn=-120, bend="down") + rect(448, 134, 104, 38, 16, INK)
    p.add('<g clip-path="url(#on-your-side-3-glass)">%s</g>' % inside, path("M330 150 L270 440 M384 150 L350 290", None, WHITE, 12, opacity=".3"))
    p.add(path("M96 640 Q104 600 170 596 H830 Q896 600 904 640 L916 820 Q916 880 850 882 H150 Q84 880 84 820Z", CORAL), path("M176 622 Q500 584 824 622", None, shade(CORAL, .84), 10))
    p.add(rect(40, 500, 110, 66, 26, shade(CORAL, .84)), rect(850, 500, 110, 66, 26, shade(CORAL, .84)))
    p.add(circle(202, 716, 56, CREAM), circle(202, 716, 38, SUN), circle(798, 716, 56, CREAM), circle(798, 716, 38, SUN))
    p.add(rect(330, 682, 340, 80, 30, shade(CORAL, .72)), path("M360 708 H640 M360 738 H640", None, CORAL, 10), rect(76, 810, 848, 56, 26, INK), rect(420, 806, 160, 56, 10, CREAM))
    return p


SCENES = [how_sport_should_feel_1, how_sport_should_feel_2, how_sport_should_feel_3, how_sport_should_feel_4,
          promises_on_your_side_1, promises_on_your_side_2, promises_on_your_side_3]
