#!/usr/bin/env python3
"""From a save to the reloaded page, end to end.

    measure.py SITEGEN SITE [ROUNDS]

Copies SITE, serves the copy with `SITEGEN serve`, and for every round adds one word to a text and
asks for its page until the word is there. A second connection listens as the script of the page
does, asks for the page when it is told to reload, and must find the word. Prints milliseconds on
the clock: median, nine tenths and the worst; of ROUNDS (20) texts of persons, each its own.
"""
import http.client
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse


def serve(sitegen, site):
    process = subprocess.Popen(
        [sitegen, "serve", "--site", str(site), "--port", "0"],
        stderr=subprocess.PIPE, text=True)
    port = None
    for line in process.stderr:
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        port = int(found[1]) if found else port
        if " built " in line:
            break
    log = []
    threading.Thread(target=lambda: log.extend(process.stderr), daemon=True).start()
    return process, port, log


def get(connection, address):
    connection.request("GET", address)
    answer = connection.getresponse()
    return answer.headers.get("Location"), answer.read().decode()


def pages(port, site, rounds):
    """Texts of persons with the addresses of their pages."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    base = get(connection, "/")[0] or "/"
    maps, known = [base + "sitemap.xml"], []
    while maps:
        for found in re.findall("<loc>(.*?)</loc>", get(connection, maps.pop())[1]):
            path = urllib.parse.urlparse(found).path
            (maps if path.endswith(".xml") else known).append(path)
    by_name = {path.rstrip("/").split("/")[-1]: path for path in known}
    texts = sorted((site / "Content/people").glob("*.md"))
    step = max(1, len(texts) // rounds)
    chosen = [(text, by_name[text.stem]) for text in texts[::step] if text.stem in by_name]
    return chosen[:rounds]


def save(text, word):
    beside = text.with_name("." + text.name + ".new")
    beside.write_text(text.read_text() + f"\n{word}\n")
    beside.rename(text)


def listen(port, address):
    """A connection that gets the news of a page, greeted."""
    version = re.search('data-version="([^"]+)"',
                        get(http.client.HTTPConnection("127.0.0.1", port), address)[1])[1]
    query = urllib.parse.urlencode({"page": address, "version": version})
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/.sitegen/events?" + query)
    news = connection.getresponse()
    while b"mended" not in news.readline():
        pass
    return connection, news


def measure(port, text, address, word):
    asking = http.client.HTTPConnection("127.0.0.1", port)
    connection, news = listen(port, address)
    told = {}

    def follow():
        while b"reload" not in news.readline():
            pass
        body = get(http.client.HTTPConnection("127.0.0.1", port), address)[1]
        told["time"], told["fresh"] = time.perf_counter(), word in body

    follower = threading.Thread(target=follow)
    follower.start()
    start = time.perf_counter()
    save(text, word)
    while word not in get(asking, address)[1]:
        time.sleep(0.001)
    polled = time.perf_counter() - start
    follower.join()
    assert told["fresh"], "told to reload before the page was new"
    connection.close()
    return polled * 1000, (told["time"] - start) * 1000


def line(name, times):
    times = sorted(times)
    nine = times[min(len(times) - 1, int(len(times) * 0.9))]
    return f"{name:<28}{statistics.median(times):8.1f}{nine:8.1f}{times[-1]:8.1f}"


def main():
    sitegen, original = sys.argv[1], pathlib.Path(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        site.mkdir()
        for part in ["Content", "seeds", "Templates"]:
            shutil.copytree(original / part, site / part)
        process, port, log = serve(sitegen, site)
        try:
            results = [measure(port, text, address, f"mot{number}nouveau")
                       for number, (text, address) in enumerate(pages(port, site, rounds))]
        finally:
            process.terminate()
            status = process.wait()
    print(f"{'milliseconds':<28}{'median':>8}{'9 of 10':>8}{'worst':>8}")
    print(line("save to page, asked for", [polled for polled, _ in results]))
    print(line("save to page, reloaded", [told for _, told in results]))
    builds = [float(found[1]) for found in re.finditer(r"([0-9.]+) ms  built", "".join(log))]
    print(line("of these, read and build", builds))
    print(f"{len(results)} rounds, exit status {status}")


main()
