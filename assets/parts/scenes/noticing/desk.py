"""note-it-and-call: a hotel office, its lobby, a notebook, the people who can help."""
from style import *
from people import Person
from things import *
from places import *
from cast import _who

ikenna = _who(skin=4, hair="buzz", hc="#1B100B", top=DENIM, wear="tie", trim=CORAL, build="adult", glasses=CREAM, legs=INK)


def key(x, y, s=1, c=AMBER):
    """A room key on a hook, with its tag."""
    return group(circle(0, -64, 9, INK) + line(0, -60, 0, -30, INK, 6) + circle(0, -14, 20, None, c, 9) + path("M0 6 V58 M0 34 H18 M0 54 H18", None, c, 10), x, y, s)


def note_it_and_call_1():
    p = Picture("note-it-and-call-1", SKY)
    p.add(rect(0, 0, 1000, 1000, 0, shade(SKY, 1.3)), rect(96, 150, 360, 430, 18, WOOD), rect(120, 174, 312, 382, 10, "#DDB57F"))
    for i in range(12):
        x, y = 160 + i % 4 * 78, 262 + i // 4 * 122
        p.add(key(x, y, .84, (AMBER, CREAM, AMBER)[i % 3]) if i != 6 else circle(x, y - 54, 8, INK))
    p.add(window(760, 250, 270, 290, SKY, WHITE, tree(700, 390, .5) + circle(820, 180, 34, SUN)))
    a = ikenna(560, 486, 1.3, look=-.2, down=.2, tilt=4, mood="talk", len=430)
    p.add(rect(430, 560, 270, 400, 60, shade(TEAL, .9)), a.back(), a.body(), a.head())
    p.add(rect(-20, 826, 1040, 44, 16, shade(WOOD, 1.15)), rect(-20, 864, 1040, 150, 0, WOOD))
    # a bell, a lamp, papers
    p.add(path("M206 824 C206 764 306 764 306 824Z", AMBER, AMBER, 8), rect(190, 816, 132, 18, 9, INK), circle(256, 762, 12, INK), group(path("M-80 -24 H80 L96 24 H-96Z", WHITE, WHITE, 8) + lines(0, 0, 110, 2, DENIM, 20, 7), 430, 840))
    p.add(path("M858 824 V700", None, INK, 14), path("M796 700 L830 610 H886 L920 700Z", CORAL, CORAL, 12), rect(806, 812, 104, 18, 9, INK))
    hx, hy = a.head_at(104, 26)
    p.add(a.arm("r", (hx + 16, hy + 34), hand=None, bend="out"), phone(hx + 8, hy + 10, .56, 12), a.fingers(hx + 38, hy + 22, 190, 1, 3), a.arm("l", (448, 820), hand="flat", turn=100))
    return p


def note_it_and_call_2():
    p = Picture("note-it-and-call-2", PEACH, "soft")
    p.add(rect(0, 0, 1000, 800, 0, shade(PEACH, 1.4)), ground(790, "#E6CDB8"), window(500, 236, 300, 300, SKY, WHITE, house(460, 384, 120, 120, CREAM, TEAL, CORAL, two=False) + circle(590, 150, 28, SUN)))
    p.add(rect(760, 160, 160, 130, 10, WHITE), path("M774 276 Q810 210 846 246 Q872 232 906 276Z", MOSS, MOSS, 6), circle(872, 206, 18, SUN), plant(500, 800, 1.05, TEAL), ellipse(500, 930, 440, 54, shade(CORAL, 1.35)))
    g = Person(240, 510, 1.02, skin=0, hair="longcurls", hc=BROWN, top=DENIM, wear="tee", build="teen", look=.55, down=.2, tilt=4, mood="soft", legs=INK, shoe=WHITE)
    w = Person(760, 492, 1.04, skin=2, hair="pixie", hc=BLACK, top=TEAL, wear="lanyard", trim=SUN, build="broad", look=-.6, down=.2, tilt=-6, mood="soft", legs=INK, shoe=AUBURN)
    p.add(armchair(240, 780, 1, CORAL), armchair(764, 780, 1.04, MOSS))
    p.add(g.back(), g.body(), g.seated(924), w.back(), w.body(), w.seated(926))
    # a blanket round her shoulders and over her lap
    p.add(path("M142 540 C170 500 206 506 226 560 C214 650 200 730 196 800 H112 C104 700 112 600 142 540Z M338 540 C310 500 274 506 254 560 C266 650 280 730 284 800 H368 C376 700 368 600 338 540Z", SUN, SUN, 12), path("M150 610 q-10 90 -4 180 M330 610 q10 90 4 180", None, shade(SUN, .86), 9))
    p.add(g.head(), w.head(), armchair_arms(240, 780, 1, CORAL), armchair_arms(764, 780, 1.04, MOSS))
    p.add(g.arm("l", (206, 690), hand="flat", turn=10, tone=SUN, bend="out", cuff=False), g.arm("r", (276, 700), hand="flat", turn=170, tone=SUN, bend="out", cuff=False))
    p.add(w.arm("l", (590, 640), hand="open", turn=-140, bend="down"), w.arm("r", (812, 768), hand="flat", bend="out"))
    return p


def note_it_and_call_3():
    p = Picture("note-it-and-call-3", LILAC, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(WOOD, 1.35)), path(" ".join("M0 %d H1000" % y for y in range(130, 1000, 150)), None, shade(WOOD, 1.25), 8))
    p.add(group(circle(0, 0, 92, WHITE) + circle(0, 0, 68, "#9A6234") + path("M84 -20 q56 10 40 60 q-14 34 -56 16", None, WHITE, 20), 186, 216), biscuit(330, 150, .9))
    page = rect(-330, -270, 660, 560, 26, TEAL) + rect(-310, -256, 306, 530, 12, WHITE) + rect(4, -256, 306, 530, 12, WHITE) + rect(-6, -256, 12, 530, 0, shade(CREAM, .9))
    page += "".join(circle(0, y, 9, INK) for y in range(-220, 260, 56))
    # left: when and where; right: what was seen and heard
    page += circle(-226, -160, 54, None, DENIM, 14) + path("M-226 -196 V-160 L-202 -146", None, INK, 11) + lines(-96, -160, 120, 2, MINT, 40, 15)
    page += pin(-226, -6, 44, CORAL) + lines(-96, 16, 120, 2, MINT, 40, 15) + lines(-160, 176, 240, 2, MINT, 40, 15)
    page += bubble(94, -166, 110, 84, (60, -92), TEAL) + dots(94, -166, 9, WHITE) + lines(226, -160, 110, 2, MINT, 40, 15)
    page += path("M62 -34 L86 -50 C92 -38 108 -38 114 -50 L138 -34 L160 16 L138 26 L132 14 V74 H68 V14 L62 26 L40 16Z", PLUM, PLUM, 8) + line(100, -30, 100, 70, LILAC, 6) + lines(226, 16, 110, 2, MINT, 40, 15)
    p.add(group(page, 500, 520, 1.06, -3), group(car(0, 0, .36, AMBER), 640, 756, 1, -3))
    q = Person(500, 1180, 1.5, skin=3, top=CORAL, wear="tee", build="adult")
    p.add(q.limb(150, 1120, (300, 842), "l", hand="flat", turn=-50, bend="out"))
    p.add(group(pencil(0, 0, 1.3, 34), 782, 700), q.limb(960, 1120, (806, 736), "r", hand="thumb", turn=-120, bend="out"))
    return p


def note_it_and_call_4():
    p = Picture("note-it-and-call-4", MINT, "soft")
    p.add(rect(0, 0, 1000, 1000, 0, shade(MINT, 1.3)))
    at = [(268, 272, SKY), (732, 272, SUN), (268, 728, LILAC), (732, 728, PEACH)]
    who = [Person(268, 346, .84, skin=1, hair="lowbun", hc=BLACK, top=INK, wear="shirt", build="adult", look=.3, tilt=3, mood="smile", len=300),
           Person(732, 346, .84, skin=3, hair="braids", hc=BLACK, top=TEAL, wear="lanyard", trim=CORAL, build="adult", look=-.3, tilt=-3, mood="smile", len=300),
           Person(268, 802, .84, skin=0, hair="fringe_bald", hc=GREY, beard=GREY, top=PLUM, wear="knit", trim=LILAC, build="adult", look=.3, tilt=3, mood="smile", age=1, len=300)]
    for i, (x, y, c) in enumerate(at):
        p.add(circle(x, y, 184, WHITE), circle(x, y, 168, c), '<defs><clipPath id="note-it-and-call-4-%d"><circle cx="%d" cy="%d" r="168"/></clipPath></defs>' % (i, x, y))
        if i < 3:
            q = who[i]
            body = q.back() + q.body() + q.head()
            if i == 0:  # a flat cap with a chequered band
                hat = path("M-100 -58 C-116 -150 116 -150 100 -58Z", INK, INK, 8) + rect(-98, -78, 196, 34, 8, WHITE) + "".join(rect(-98 + j * 28, -78 + (17 if j % 2 else 0), 28, 17, 0, INK) for j in range(7)) + path("M-78 -44 H78 C60 -22 -60 -22 -78 -44Z", shade(INK, .7)) + circle(0, -104, 14, AMBER)
                hx, hy = q.head_at(0, 0)
                body += group(hat, hx, hy, .86, 3)
            if i == 2:
                body += headset(q.head_at, .86, INK, 1)
            p.add('<g clip-path="url(#note-it-and-call-4-%d)">%s</g>' % (i, body))
    p.add(group(rect(-116, -78, 232, 156, 16, WHITE) + path("M-112 -70 L0 22 L112 -70", None, shade(PEACH, .85), 12) + heart(0, 26, 28, CORAL), 732, 728, 1, -5))
    p.add(group(phone(0, 0, 1.36, 0, heart(0, -6, 34, CORAL)), 500, 500))
    return p


SCENES = [note_it_and_call_1, note_it_and_call_2, note_it_and_call_3, note_it_and_call_4]
