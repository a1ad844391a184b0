#!/usr/bin/env python3
"""Makes Talkpoint's films from its drawings.  Python 3, standard library only, and ffmpeg with librsvg, libvpx and libopus
(Debian's package ffmpeg).

    python3 assets/parts/film.py                   make every film
    python3 assets/parts/film.py NAME ...          only those with these names, or of the packs with these names
    python3 assets/parts/film.py --still NAME T    print the frame at T seconds as SVG

A film is films/PACK/NAME.py, with FILM at its end; it becomes content/PACK/films/NAME.webm.  One ffmpeg on one kind of machine
always makes the same bytes from the same input.  There are no words in a film: they stand in the WebVTT files beside it.
"""
import importlib.util
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(HERE))
FILMS = os.path.join(HERE, "films")

import style  # noqa: E402

RATE = 25  # pictures a second


# --- sound -------------------------------------------------------------------
def tone(begin, pitch, length, loud, swell, side=0):
    """A sine of so many half tones above middle C.  It swells for so many seconds and then dies away, both without a click;
    side: -1 left to 1 right."""
    hertz = 261.6256 * 2 ** (pitch / 12)
    wave = "%.5f*sin(2*PI*%.4f*t)*(1-exp(-t*%.4f))*exp(-t*%.4f)*min(1,(%.3f-t)/.3)" % (loud, hertz, 3 / swell, 3 / length, length)
    left, right = ("%s*%.3f" % (wave, (1 - side * k) / 2) for k in (1, -1))
    return "aevalsrc='%s|%s':d=%.3f:s=48000,adelay=%d:all=1" % (left, right, length, round(begin * 1000))


def mixed(film):
    """All tones as one filter graph whose output is [sound]."""
    tones = ["%s[t%d]" % (tone(*note), i) for i, note in enumerate(film.sound)]
    ins = "".join("[t%d]" % i for i in range(len(tones)))
    return ";\n".join(tones) + ";\n%samix=inputs=%d:normalize=0,apad,atrim=end=%.3f,afade=in:d=1,afade=out:st=%.3f:d=2[sound]" % (
        ins, len(tones), film.length, film.length - 2)


# --- making ------------------------------------------------------------------
def ffmpeg(*args):
    try:
        run = subprocess.run(["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *args], check=False)
    except FileNotFoundError:
        sys.exit("film.py: ffmpeg is missing; install the package ffmpeg")
    if run.returncode:
        sys.exit("film.py: ffmpeg failed; it says why above, and needs its decoder librsvg and encoders libvpx-vp9 and libopus")


def make(film, target):
    """A keyframe every two seconds, so that a leap to any place is quick; and bits enough that a dark sleeve before a dark jumper
    stays a sleeve."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for i in range(round(film.length * RATE)):
            with open(os.path.join(folder, "%05d.svg" % i), "w", encoding="utf-8") as f:
                f.write(film.frame(i / RATE))
        graph = os.path.join(folder, "sound.txt")
        with open(graph, "w", encoding="utf-8") as f:
            f.write(mixed(film))
        log = os.path.join(folder, "passes")
        picture = ["-framerate", str(RATE), "-c:v", "librsvg", "-i", os.path.join(folder, "%05d.svg"),
                   "-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int+bitexact,format=yuv420p",
                   "-c:v", "libvpx-vp9", "-crf", "30", "-b:v", "0", "-g", str(2 * RATE), "-deadline", "good", "-cpu-used", "0", "-threads", "1",
                   "-row-mt", "0", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv",
                   "-passlogfile", log]
        ffmpeg(*picture, "-pass", "1", "-an", "-f", "null", os.devnull)
        ffmpeg(*picture, "-pass", "2", "-filter_complex_threads", "1", "-filter_complex_script", graph, "-map", "0:v", "-map", "[sound]",
               "-c:a", "libopus", "-b:a", "32k", "-fflags", "+bitexact", "-flags", "+bitexact", "-map_metadata", "-1",
               "-f", "webm", target + ".part")
    os.replace(target + ".part", target)


def films():
    """Pairs of a pack and its Film."""
    for pack in sorted(os.listdir(FILMS)):
        for file in sorted(os.listdir(os.path.join(FILMS, pack))):
            if file.endswith(".py"):
                spec = importlib.util.spec_from_file_location(pack + "." + file[:-3], os.path.join(FILMS, pack, file))
                module = importlib.util.module_from_spec(spec)
                spec.loader.exec_module(module)
                yield pack, module.FILM


def main(args):
    style.fine(2)
    still = args[:1] == ["--still"] and args[2:3]
    wanted = [(pack, film) for pack, film in films() if (film.name == args[1] if still else not args or film.name in args or pack in args)]
    if not wanted:
        sys.exit("film.py: no film or pack has this name: " + " ".join(args))
    for pack, film in wanted:
        if still:
            sys.stdout.write(film.frame(float(still[0])))
            continue
        target = os.path.join(ROOT, "content", pack, "films", film.name + ".webm")
        make(film, target)
        print("%s: %.1f s, %d kB" % (os.path.relpath(target, ROOT), film.length, os.path.getsize(target) // 1000))


if __name__ == "__main__":
    main(sys.argv[1:])
