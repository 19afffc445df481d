"""Prints how many of a folder's documents docutils turns into resolved trees in a second; with "once" it only reads each once. Usage: docutils_speed.py FOLDER header|plain [once]"""
import glob
import os
import sys
import time

from docutils.core import publish_doctree
from docutils.parsers.rst import Parser

SETTINGS = {
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": "",
    "file_insertion_enabled": False,
    "syntax_highlight": "none",
}


def main():
    folder, header = sys.argv[1], sys.argv[2] == "header"
    texts = []
    for path in sorted(glob.glob(os.path.join(folder, "*.rst"))):
        with open(path, encoding="utf-8") as file:
            texts.append(file.read())

    def read(text):
        publish_doctree(text, parser=Parser(rfc2822=header), settings_overrides=SETTINGS)

    if sys.argv[3:] == ["once"]:
        for text in texts:
            read(text)
        return
    for text in texts[:5]:
        read(text)
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for text in texts:
            read(text)
        best = min(best, time.perf_counter() - start)
    print(len(texts) / best)


main()
