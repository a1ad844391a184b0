"""People: one class, drawn in layers so that scenes can weave arms between bodies.

Person(x, y, s, ...)  x, y is the base of the neck in picture coordinates, s the size.
Layers, from the back:  back()  body()  head()  arm(side, (x, y))  -- or all() for
someone whose arms hang or are given by name.  Arms reach to picture coordinates."""
import math
from style import *
import hair as H
from hands import HANDS, heart, shoe

BUILD = {  # shoulder half width, waist half width, torso length, arm width, head size, upper/lower arm
    "adult": dict(sw=112, ww=98, len=290, aw=58, hs=1.0, up=140, lo=128),
    "broad": dict(sw=128, ww=120, len=290, aw=64, hs=1.0, up=144, lo=130),
    "teen": dict(sw=100, ww=86, len=270, aw=52, hs=1.0, up=130, lo=120),
    "child": dict(sw=80, ww=76, len=210, aw=46, hs=1.0, up=96, lo=90),
    "elder": dict(sw=106, ww=104, len=280, aw=56, hs=1.0, up=134, lo=122),
}


class Person:
    def __init__(self, x, y, s=1, skin=2, hair="crop", hc=BLACK, look=0, down=0, tilt=0, mood="smile",
                 top=TEAL, wear="tee", trim=CREAM, build="adult", glasses=False, beard=None, cover=None,
                 sleeve="long", lean=0, legs=INK, shoe=CREAM, age=0, turn=0, earring=None, aid=False, freckles=False,
                 blink=False, len=None):
        self.x, self.y, self.s = x, y, s
        self.skin = SKIN[skin] if isinstance(skin, int) else skin
        self.hair, self.hc, self.look, self.down, self.tilt, self.mood = hair, hc, look, down, tilt, mood
        self.top, self.wear, self.trim, self.b = top, wear, trim, dict(BUILD[build])
        self.build = build
        if len:  # a longer body, for people cut by a table or by the edge of the picture
            self.b["len"] = len
        self.glasses, self.beard, self.cover, self.sleeve, self.lean = glasses, beard, cover, sleeve, lean
        self.freckles, self.blink = freckles, blink
        self.legc, self.shoe, self.age, self.turn, self.earring, self.aid = legs, shoe, age, turn, earring, aid

    # --- coordinates ---------------------------------------------------------
    def at(self, lx, ly):
        return self.x + lx * self.s, self.y + ly * self.s

    def shoulder(self, side):
        f = -1 if side == "l" else 1
        inset = self.b["sw"] - self.b["aw"] * .5
        # a turned body shows one shoulder a little closer to the middle
        inset -= abs(self.turn) * 22 if f * self.turn > 0 else 0
        return self.at(f * inset, 62 if self.build != "child" else 52)

    def hip(self):
        return self.at(self.lean, self.b["len"])

    def head_at(self, lx, ly):
        """Picture coordinates of a point given in head coordinates (tilt included)."""
        hs = self.b["hs"]
        a = math.radians(self.tilt)
        x, y = lx * hs + self.look * 6, ly * hs - 104 * hs + 20
        return self.at(x * math.cos(a) - y * math.sin(a), x * math.sin(a) + y * math.cos(a) - 20)

    # --- layers --------------------------------------------------------------
    def _headgroup(self, body):
        hs = self.b["hs"]
        inner = group(body, self.look * 6, -104 * hs + 20, hs)
        return group(inner, self.x, self.y - 20 * self.s, self.s, self.tilt)

    def back(self):
        if self.cover and self.cover[0] == "hijab":
            return ""
        b, _ = H.STYLES[self.hair](self.hc, self.look)
        out = self._headgroup(b) if b else ""
        if self.wear == "hoodie":
            out += group(path("M-92 42 C-104 -14 -60 -46 0 -46 C60 -46 104 -14 92 42Z", shade(self.top, .8)), self.x, self.y, self.s)
        return out

    def body(self):
        b = self.b
        sw, ww, L, k = b["sw"], b["ww"], b["len"], self.lean
        l, r = -sw + (22 * abs(self.turn) if self.turn < 0 else 0), sw - (22 * abs(self.turn) if self.turn > 0 else 0)
        d = "M-30 -4 C-44 16 %s 10 %s C%s %s %s Q%s %s H%s Q%s %s C%s %s %s C%s 10 44 16 30 -4Z" % (
            n(l + 34), pts(l, 74), pts(l - 6, L * .4), pts(-ww + k - 2, L * .7), pts(-ww + k, L - 8),
            pts(-ww + k, L + 8), pts(-ww + k + 16, L + 8), n(ww + k - 16), pts(ww + k, L + 8), pts(ww + k, L - 8), pts(ww + k + 2, L * .7), pts(r + 6, L * .4), pts(r, 74), n(r - 34))
        out = path(d, self.top)
        out += self._clothes(sw, ww, L, k)
        neck = shade(self.skin, .86)
        if not (self.cover and self.cover[0] == "hijab"):
            dip = 30 if self.wear not in ("shirt", "tie", "cardigan", "jacket", "vneck") else 62
            nw = 29 if self.build != "child" else 25
            x = self.turn * 6
            out += path("M%s L%s C%s %s %s L%sZ" % (pts(-nw, -60), pts(-nw, 0), pts(-nw + (4 if dip > 40 else 0), dip * .9 + 2),
                        pts(nw - (4 if dip > 40 else 0), dip * .9 + 2), pts(nw, 0), pts(nw, -60)), neck)
            out += self._collar(x)
        return group(out, self.x, self.y, self.s)

    def _clothes(self, sw, ww, L, k):
        c, t, w = self.top, self.trim, self.wear
        dk = shade(c, .84)
        if w == "stripes":
            return path(" ".join("M%s H%s" % (pts(-sw + 6, y), n(sw - 6)) for y in range(96, int(L), 56)), None, t, 18, stroke_linecap="butt")
        if w == "dots":
            return spots([(x, y) for i, y in enumerate(range(84, int(L), 48)) for x in ((-52, 0, 52) if i % 2 else (-28, 28))], 8, t)
        if w == "heart":
            return heart(0, 128, 34, t)
        if w == "hoodie":
            return (path("M-60 %s L-44 %s L44 %s L60 %sZ" % (n(L), n(L - 84), n(L - 84), n(L)), dk, dk, 12)
                    + path("M-22 24 L-24 92 M22 24 L24 84", None, t, 7))
        if w == "cardigan":
            return (path("M-26 10 L26 10 L%s %s L%s %sZ" % (n(40 + k), n(L + 8), n(-40 + k), n(L + 8)), t)
                    + spots([(54 + i * 2, 150 + i * 52) for i in range(3) if 150 + i * 52 < L], 7, t))
        if w == "jacket":
            return path("M-30 6 L30 6 L%s L%s L%sZ" % (pts(16 + k, 110), pts(14 + k, L + 8), pts(-14 + k, L + 8)), t)
        if w == "dungarees":
            return (path("M%s L%s L%s L%s" % (pts(-60, 24), pts(-54, 110), pts(54, 110), pts(60, 24)), None, t, 22)
                    + rect(-62, 106, 124, L, 16, t) + circle(-52, 118, 8, SUN) + circle(52, 118, 8, SUN))
        if w == "apron":
            return path("M-46 30 L-52 104 L52 104 L46 30 M-52 104", None, t, 12) + rect(-66, 100, 132, L, 14, t)
        if w == "band":
            return path("M%s Q0 %s %s" % (pts(-sw + 8, 118), n(128), pts(sw - 8, 118)), None, t, 44, stroke_linecap="butt")
        if w == "shirt":
            return line(0, 60, k, L, dk, 6) + spots([(12, y) for y in range(96, int(L), 56)], 5, dk)
        if w == "tie":
            return path("M-14 48 L14 48 L24 190 L0 218 L-24 190Z", t, t, 6)
        if w == "knit":
            return path(" ".join("M%s l12 12 l12 -12" % pts(x, y) for y in (92, 150, 208) for x in (-60, -12, 36) if y < L - 20), None, t, 6)
        if w == "pocket":
            return rect(24, 96, 48, 52, 10, dk)
        return ""

    def _collar(self, x):
        w, t = self.wear, self.trim
        if w in ("shirt", "tie"):
            return path("M-34 -10 L0 52 L-38 54 L-56 10Z M34 -10 L0 52 L38 54 L56 10Z", shade(self.top, 1.45), shade(self.top, 1.45), 8)
        if w == "jacket":
            c = shade(self.top, .8)
            return path("M-36 -8 L-20 104 L-66 66 L-58 6Z M36 -8 L20 104 L66 66 L58 6Z", c, c, 8)
        if w == "scarf":
            return (path("M-56 6 C-30 34 30 34 56 6", None, t, 44) + line(30, 24, 44, 120, t, 36))
        if w == "lanyard":
            return path("M-34 4 L0 130 L34 4", None, t, 9) + rect(-24, 126, 48, 60, 9, WHITE) + circle(0, 146, 9, self.trim) + line(-11, 168, 11, 168, self.trim, 6)
        if w in ("tee", "stripes", "dots", "heart", "band", "pocket", "knit"):
            return path("M-33 0 C-30 36 30 36 33 0", None, shade(self.top, .82), 8)
        return ""

    def head(self):
        k, skin = self.look, self.skin
        dark = shade(skin, .8)
        out = ""
        hij = self.cover and self.cover[0] == "hijab"
        if hij:
            out += H.hijab(self.cover[1], k, skin)[1]
        else:
            # ears sit behind the face; turning hides the far one
            if self.hair not in H.OVER_EARS:
                ex = (-86 - k * 12, 86 - k * 12)
                out += spots([(x, 12) for x in ex], 20, skin)
                out += path("M%s q-7 7 1 14 M%s q7 7 -1 14" % (pts(ex[0] - 2, 5), pts(ex[1] + 2, 5)), None, dark, 4)
            jaw = 6 if self.build in ("adult", "broad") else 0
            out += path("M-84 -18 C-84 -76 -48 -106 0 -106 C48 -106 84 -76 84 -18 C84 46 %s 92 0 92 C%s 92 -84 46 -84 -18Z" % (
                n(46 + jaw), n(-46 - jaw)), skin)
        out += self._face(k, dark)
        if not hij:
            _, f = H.STYLES[self.hair](self.hc, k)
            out += f
            if self.earring:
                f = -1 if k > 0 else 1
                out += circle(f * 88 - k * 12, 40, 9, self.earring)
            if self.aid:
                f = -1 if k > 0 else 1
                out += path("M%s q%s" % (pts(f * 92 - k * 12, -6), pts(f * 18, 6, f * 8, 30)), None, self.aid, 9)
        if self.cover and not hij:
            out += getattr(H, self.cover[0])(self.cover[1], k)
        return self._headgroup(out)

    def _face(self, k, dark):
        d, m = self.down * 12, self.mood
        ink = "#150A06" if self.skin in SKIN[3:] else INK
        cx = k * 26
        ex1, ex2 = cx - 33 + max(0, -k) * 4, cx + 33 - max(0, k) * 4
        ey = 4 + d
        brow = self.hc if self.hc not in (GREY, BLOND) else shade(self.hc, .72)
        if self.cover and self.cover[0] == "hijab" or brow in (BLACK, BROWN):
            brow = shade(self.skin, .5) if self.skin != SKIN[4] else "#2B1B12"
        out = ""
        blush = mix(self.skin, "#E0563C", .30 if self.skin in SKIN[:3] else .26)
        out += spots([(max(-56, ex1 - 20), 36 + d), (min(56, ex2 + 20), 36 + d)], 12, blush, 10)
        if self.freckles:
            fc = shade(self.skin, .8)
            out += spots([(cx + x, y + d) for x, y in ((-44, 26), (-34, 33), (-25, 25), (25, 25), (34, 33), (44, 26))], 3, fc)
        if self.beard:
            out += self._beard(cx, d)
        # eyes
        if m in ("calm", "hug", "laugh"):
            bend = 12 if m == "laugh" else -12
            q = "q9 %s 20 0" % n(-bend)
            out += path("M%s %s M%s %s" % (pts(ex1 - 10, ey), q, pts(ex2 - 10, ey), q), None, ink, 7)
        elif m == "lids" or self.blink:
            out += path("M%s q9 9 20 0 M%s q9 9 20 0" % (pts(ex1 - 10, ey), pts(ex2 - 10, ey)), None, ink, 7)
        else:
            out += spots([(ex1, ey), (ex2, ey)], 9.5, ink) + spots([(ex1 + 3, ey - 3.5), (ex2 + 3, ey - 3.5)], 2.8, WHITE)
        # brows
        by = -26 + d
        i = {"worried": -5, "sad": -6, "unsure": -3, "firm": 1.5, "think": -3}.get(m, 0)
        arch = 7
        out += path("M%s Q%s %s M%s Q%s %s" % (
            pts(ex1 - 14, by + 4 - i * .6), pts(ex1, by - arch), pts(ex1 + 13, by + 3 + i),
            pts(ex2 - 13, by + 3 + i), pts(ex2, by - arch), pts(ex2 + 14, by + 4 - i * .6)), None, brow, 6)
        # nose
        nx, f = cx + k * 10, (1 if k >= 0 else -1)
        if abs(k) > .15:
            out += path("M%s q%s" % (pts(nx, 12 + d), pts(f * 11, 14, -f * 2, 17)), None, dark, 6)
        else:
            out += path("M%s q8 8 16 0" % pts(nx - 8, 26 + d), None, dark, 6)
        # mouth
        mx, my = cx + k * 3, 52 + d
        lip = ink
        if m in ("smile", "calm", "hug", "lids"):
            out += path("M%s q20 20 40 0" % pts(mx - 20, my), None, lip, 7)
        elif m == "soft":
            out += path("M%s q14 10 28 0" % pts(mx - 14, my + 3), None, lip, 7)
        elif m in ("grin", "laugh"):
            out += path("M%s q26 4 52 0 q-4 32 -26 32 q-22 0 -26 -32Z" % pts(mx - 26, my - 4), "#7A2E22") + path("M%s q22 4 44 0 l-3 9 q-19 3 -38 0Z" % pts(mx - 22, my - 3), WHITE)
        elif m == "talk":
            out += path("M%s q18 4 36 0 q-2 24 -18 24 q-16 0 -18 -24Z" % pts(mx - 18, my - 2), "#7A2E22")
        elif m in ("neutral", "firm", "think"):
            out += path("M%s q12 3 24 0" % pts(mx - 12, my + 4), None, lip, 7)
        elif m in ("worried", "sad"):
            out += path("M%s q15 -12 30 0" % pts(mx - 15, my + 10), None, lip, 7)
        elif m == "unsure":
            out += path("M%s q14 3 27 -4" % pts(mx - 13, my + 7), None, lip, 7)
        if self.age:
            a = shade(self.skin, .84)
            out += path("M%s q-8 4 -10 10 M%s q8 4 10 10" % (pts(ex1 - 22, ey - 2), pts(ex2 + 22, ey - 2)), None, a, 5)
        if self.glasses:
            g = self.glasses if isinstance(self.glasses, str) else INK
            out += circle(ex1, ey, 25, None, g, 6) + circle(ex2, ey, 25, None, g, 6)
            out += path("M%s q%s M%s L%s M%s L%s" % (
                pts(ex1 + 25, ey - 4), pts((ex2 - ex1 - 50) / 2, -7, ex2 - ex1 - 50, 0),
                pts(ex1 - 25, ey - 4), pts(-82, ey - 8), pts(ex2 + 25, ey - 4), pts(82, ey - 8)), None, g, 6)
        return out

    def _beard(self, cx, d):
        c = self.beard
        out = path("M-85 -6 C-84 58 -46 102 0 102 C46 102 84 58 85 -6 C80 34 %s %s %s C%s %s %s C%s %s %s C%s -80 34 -85 -6Z" % (
            pts(70, 56), "", pts(cx + 46, 48), pts(cx + 40, 30), pts(cx + 20, 28), pts(cx, 35),
            pts(cx - 20, 28), pts(cx - 40, 30), pts(cx - 46, 48), pts(-70, 56)), c)
        out += ellipse(cx * 1.1, 56 + d, 27, 14, self.skin)
        return out

    # --- arms ----------------------------------------------------------------
    def arm(self, side, to, bend=None, hand="mitt", far=False, sleeve=None, turn=None, tone=None, reach=1, width=1, cuff=True):
        """An arm from the shoulder to the point `to`.
        bend: where the elbow goes, "out" "in" "down" "up" (default: out when the hand is
        low, down when it is raised), or a number from -1, one side of the line to the hand,
        to 1, the other: an arm that turns over as it moves.  turn: the way the fingers point, in degrees."""
        sx, sy = self.shoulder(side)
        return self.limb(sx, sy, to, side, bend, hand, far, sleeve, turn, tone, reach, width, cuff)

    def limb(self, sx, sy, to, side, bend=None, hand="mitt", far=False, sleeve=None, turn=None, tone=None, reach=1, width=1, cuff=True):
        s, b = self.s, self.b
        tx, ty = to
        a, c = b["up"] * s * reach, b["lo"] * s * reach
        dist = max(1, math.hypot(tx - sx, ty - sy))
        if dist > a + c:
            f = dist / (a + c) * 1.001
            a, c = a * f, c * f
        if dist < abs(a - c) + 1:
            dist = abs(a - c) + 1
        base = math.atan2(ty - sy, tx - sx)
        off = math.acos(max(-1, min(1, (a * a + dist * dist - c * c) / (2 * a * dist))))
        both = [(sx + a * math.cos(base + k * off), sy + a * math.sin(base + k * off)) for k in (1, -1)]
        bend = bend if bend is not None else ("out" if ty > sy + 40 * s else "down")
        f = -1 if side == "l" else 1
        if isinstance(bend, str):
            key = {"out": lambda p: f * p[0], "in": lambda p: -f * p[0], "down": lambda p: p[1], "up": lambda p: -p[1]}[bend]
            ex, ey = max(both, key=key)
        else:
            ex, ey = (a * (1 + bend) / 2 + b * (1 - bend) / 2 for a, b in zip(*both))
        w = b["aw"] * s * width
        col = tone or shade(self.top, .78 if far else .9)
        skin = shade(self.skin, .92) if far or hand == "chin" else self.skin
        # rounded elbow
        t = .34
        p1 = (ex + (sx - ex) * t, ey + (sy - ey) * t)
        p2 = (ex + (tx - ex) * t, ey + (ty - ey) * t)
        fx, fy = (tx - ex), (ty - ey)
        fl = max(1, math.hypot(fx, fy))
        ux, uy = fx / fl, fy / fl
        wrist = (tx - ux * w * .42, ty - uy * w * .42)
        d = "M%s L%s Q%s %s L%s" % (pts(sx, sy), pts(*p1), pts(ex, ey), pts(*p2), pts(*wrist))
        deg = math.degrees(math.atan2(uy, ux))
        sl = sleeve or self.sleeve
        h = HANDS[hand](tx, ty, deg if turn is None else turn, w, skin, side) if hand else ""
        if sl == "short":
            m = (sx + (ex - sx) * .62, sy + (ey - sy) * .62)
            return (path(d, None, skin, w * .8) + h
                    + path("M%s L%s" % (pts(sx, sy), pts(*m)), None, col, w * 1.08))
        out = path(d, None, col, w)
        if cuff:
            c1 = (tx - ux * w * .5, ty - uy * w * .5)
            px, py = -uy * w * .4, ux * w * .4
            out += line(c1[0] + px, c1[1] + py, c1[0] - px, c1[1] - py, shade(col, .86), w * .26)
        return out + h if hand == "chin" else h + out

    def thumb_over(self, x, y, deg, k=1):
        """A thumb laid over the edge of something held, pointing along deg."""
        w = self.b["aw"] * self.s * k
        return line(x, y, *polar(x, y, w * .62, deg), self.skin, w * .34)

    def fingers(self, x, y, deg, k=1, count=3):
        """Fingers curled round the edge of something held; deg is the way they point."""
        w = self.b["aw"] * self.s * k
        d = ""
        for i in range(count):
            a = polar(x, y, (i - (count - 1) / 2) * w * .36, deg + 90)
            d += "M%s L%s " % (pts(*a), pts(*polar(a[0], a[1], w * .42, deg)))
        return path(d.strip(), None, self.skin, w * .34)

    # --- legs ----------------------------------------------------------------
    def leg(self, hipx, to_knee, to_foot, toe=1, far=False, w=None):
        """A leg through a knee to a foot, all picture coordinates. toe +1/-1: the way the shoe points, 0 to the front."""
        s = self.s
        w = (w or self.b["aw"] * 1.3) * s
        c = shade(self.legc, .8 if far else 1)
        hx, hy = hipx
        kx, ky = to_knee
        fx, fy = to_foot
        t = .3
        p1 = (kx + (hx - kx) * t, ky + (hy - ky) * t)
        p2 = (kx + (fx - kx) * t, ky + (fy - ky) * t)
        out = path("M%s L%s Q%s %s L%s" % (pts(hx, hy), pts(*p1), pts(kx, ky), pts(*p2), pts(fx, fy - w * .5 - 4 * s)), None, c, w)
        return out + shoe(fx, fy, s, toe, shade(self.shoe, .88) if far else self.shoe, w)

    def standing(self, ground, spread=44, toe=0):
        hx, hy = self.hip()
        s = self.s
        out = ""
        for f in (-1, 1):
            out += self.leg((hx + f * spread * s, hy), (hx + f * spread * s, (hy + ground) / 2), (hx + f * spread * s, ground), toe=toe or f * .5, w=self.b["ww"] * .86)
        return out

    def walking(self, ground, way=1, stride=90):
        hx, hy = self.hip()
        s = self.s
        mid = (hy + ground) / 2
        far = self.leg((hx, hy - 10 * s), (hx - way * stride * .25 * s, mid), (hx - way * stride * s, ground - 10 * s), toe=way, far=True, w=self.b["ww"] * .86)
        near = self.leg((hx, hy - 10 * s), (hx + way * stride * .7 * s, mid - 6 * s), (hx + way * stride * s, ground), toe=way, w=self.b["ww"] * .86)
        return far + near

    def seated(self, ground, way=0, knee=None):
        """Legs of somebody on a bench. way 0: facing us, +-1: turned to that side."""
        hx, hy = self.hip()
        s, w = self.s, self.b["ww"]
        out = ""
        if way == 0:
            for f in (-1, 1):
                kx = hx + f * 50 * s
                out += self.leg((hx + f * 40 * s, hy - 6 * s), (kx, hy + 10 * s), (kx + f * 4 * s, ground), toe=f * .4, w=w * .84)
            return out
        k = (knee or 150) * s
        ky = hy - 2 * s
        out += self.leg((hx, hy - 24 * s), (hx + way * (k + 26 * s), ky - 18 * s), (hx + way * (k + 44 * s), ground - 6 * s), toe=way, far=True, w=w * .84)
        out += self.leg((hx - way * 6 * s, hy - 8 * s), (hx + way * k, ky), (hx + way * (k + 4 * s), ground), toe=way, w=w * .84)
        return out

    def skirt(self, hem, flare=30, colour=None):
        """A skirt or dress from the waist to hem (picture y)."""
        b, L = self.b, self.b["len"]
        h = (hem - self.y) / self.s
        d = "M%s C%s %s %s Q%s %s Q%s %s C%s %s %sZ" % (
            pts(-b["ww"] + 2 + self.lean, L * .62), pts(-b["ww"] - 4 + self.lean, L), pts(-b["ww"] - flare + self.lean, h - 60), pts(-b["ww"] - flare + self.lean, h),
            pts(-b["ww"] - flare + self.lean + 50, h + 14), pts(self.lean, h + 12), pts(b["ww"] + flare + self.lean - 50, h + 14), pts(b["ww"] + flare + self.lean, h),
            pts(b["ww"] + flare + self.lean, h - 60), pts(b["ww"] + 4 + self.lean, L), pts(b["ww"] - 2 + self.lean, L * .62))
        return group(path(d, colour or self.top), self.x, self.y, self.s)

    def all(self, l=None, r=None, **kw):
        """Everything, arms last; l and r are (x, y) targets or None."""
        out = self.back() + self.body() + self.head()
        if l:
            out += self.arm("l", l, **kw)
        if r:
            out += self.arm("r", r, **kw)
        return out
