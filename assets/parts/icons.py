"""The icons: 48 x 48, stroke 4, round caps, opaque black on nothing (they are tinted when drawn)."""

K = 'fill="none" stroke="#000" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"'


def s(d):
    return '<path %s d="%s"/>' % (K, d)


def f(d, rule=False):
    return '<path fill="#000"%s d="%s"/>' % (' fill-rule="evenodd"' if rule else "", d)


def c(x, y, r):
    return '<circle %s cx="%s" cy="%s" r="%s"/>' % (K, x, y, r)


def dot(x, y, r=2.6):
    return '<circle fill="#000" cx="%s" cy="%s" r="%s"/>' % (x, y, r)


BUBBLE = "M13 7 H35 A7 7 0 0 1 42 14 V27 A7 7 0 0 1 35 34 H23 L14 42 V34 H13 A7 7 0 0 1 6 27 V14 A7 7 0 0 1 13 7Z"
HEART = "M24 41 C10 31 5 24 5 17 C5 11 9.5 7 14.5 7 C18.5 7 22 9.5 24 13 C26 9.5 29.5 7 33.5 7 C38.5 7 43 11 43 17 C43 24 38 31 24 41Z"

ICONS = {
    "back": s("M29 8 L13 24 L29 40"),
    "forward": s("M19 8 L35 24 L19 40"),
    "up": s("M8 30 L24 14 L40 30"),
    "down": s("M8 18 L24 34 L40 18"),
    "skip": s("M9 9 L24 24 L9 39 M24 9 L39 24 L24 39"),
    "home": s("M6 23 L24 7 L42 23 M11 20 V37 A4 4 0 0 0 15 41 H33 A4 4 0 0 0 37 37 V20 M19 41 V29 H29 V41"),
    "help": s(BUBBLE) + f("M24 29 C17 24 15 20.5 15 17.5 C15 14.8 17 13 19.3 13 C21.2 13 23 14 24 15.8 C25 14 26.8 13 28.7 13 C31 13 33 14.8 33 17.5 C33 20.5 31 24 24 29Z"),
    "hide": s("M33.5 36 C30.5 37.6 27.4 38.5 24 38.5 C13 38.5 6.5 29 4 24 C5.6 20.6 8.6 16.3 12.8 13.3 M20 10 C21.3 9.7 22.6 9.5 24 9.5 C35 9.5 41.5 19 44 24 C43 26.2 41.4 28.8 39.2 31.2 M28.8 30 A7.8 7.8 0 0 1 18 19.2 M7 7 L41 41"),
    "phone": s("M11 6 H17 L21 16 L16 19.5 C18.5 25 23 29.5 28.5 32 L32 27 L42 31 V37 C42 40 39.5 42 37 42 C20 41 7 28 6 11 C6 8.5 8 6 11 6Z"),
    "text-message": s(BUBBLE) + dot(15.5, 20.5) + dot(24, 20.5) + dot(32.5, 20.5),
    "web": c(24, 24, 18) + s("M6 24 H42 M24 6 C13 17 13 31 24 42 C35 31 35 17 24 6Z"),
    "clock": c(24, 24, 18) + s("M24 13 V24 L32 29"),
    "tick": s("M7 26 L18 37 L41 12"),
    "cross": s("M10 10 L38 38 M38 10 L10 38"),
    "info": c(24, 24, 18) + s("M24 23 V33") + dot(24, 15.5, 2.8),
    "warning": s("M20.5 9 A4 4 0 0 1 27.5 9 L42.5 36 A4 4 0 0 1 39 42 H9 A4 4 0 0 1 5.5 36Z M24 19 V28") + dot(24, 35),
    "touch": s("M20 29 V16 A3.5 3.5 0 0 1 27 16 V25 L34.5 26.8 A5 5 0 0 1 38.3 32.3 L37 39.5 A4 4 0 0 1 33 43 H24.5 A5 5 0 0 1 20.6 41 L12.5 31 A3.3 3.3 0 0 1 17.3 26.5 L20 29 M13 19 A11 11 0 1 1 34 19"),
    "language": s("M5 12 H27 M16 6 V12 M23 12 C21.5 20.5 14.5 27 6 30 M10 17 C12 22 16 26 21 28 M23 43 L33 21 L43 43 M27 36 H39"),
    "speaker": s("M6 18 H13 L24 9 V39 L13 30 H6Z M31 17 A10 10 0 0 1 31 31 M36.5 10.5 A19 19 0 0 1 36.5 37.5"),
    "silent": s("M6 18 H13 L24 9 V39 L13 30 H6Z M32 18 L43 30 M43 18 L32 30"),
    "quieter": s("M6 18 H13 L24 9 V39 L13 30 H6Z M32 24 H43"),
    "louder": s("M6 18 H13 L24 9 V39 L13 30 H6Z M32 24 H43 M37.5 18.5 V29.5"),
    "pause": s("M16 10 V38 M32 10 V38"),
    "play": s("M14 9 L38 24 L14 39Z"),
    "again": s("M12 14 A16 16 0 1 1 8 26 M12 5 V15 H22"),
    "settings": s("M6 14 H22 M34 14 H42 M6 34 H14 M26 34 H42") + c(28, 14, 5) + c(20, 34, 5),
    "heart": s(HEART),
    "person": c(24, 15, 8) + s("M7 42 C7 33 14 28 24 28 C34 28 41 33 41 42Z"),
    "stop": s("M14 9 H34 A5 5 0 0 1 39 14 V34 A5 5 0 0 1 34 39 H14 A5 5 0 0 1 9 34 V14 A5 5 0 0 1 14 9Z"),
}


def svg(body):
    return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">\n%s\n</svg>\n' % body
