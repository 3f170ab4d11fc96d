"""Chooses the words the tone networks may see: those of vocab.tsv that open texts do not mostly write with a capital.

python vocabulary.py DATA OUT
  DATA  folder with sentiment/ and ner/ (see README.md)
  OUT   common/src/main/resources/org/newsweft/text/tone/words/vocabulary.txt
"""
import collections
import csv
import gzip
import json
import re
import sys

TOKEN = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|\d[\d,.]*|[^\w\s]")
BEFORE_CAPITAL = set("“\"«.:!?‘'([—–")
LEAST_LOWER_CASE_SHARE = 0.15
ALWAYS = {"i", "i'm", "i've", "i'll", "i'd"}


def texts(data):
    for line in open(f"{data}/sentiment/newsmtsc_train.jsonl", encoding="utf8"):
        yield json.loads(line)["text"]
    for name in ("soft_targets", "soft_sentences"):
        seen = set()
        for line in gzip.open(f"{data}/sentiment/{name}.jsonl.gz", "rt", encoding="utf8"):
            text = json.loads(line)["text"]
            if text not in seen:
                seen.add(text)
                yield text
    for line in gzip.open(f"{data}/ner/silver_open.jsonl.gz", "rt", encoding="utf8"):
        yield from json.loads(line)["text"].split("\n")


def main(data, out):
    lower, capital = collections.Counter(), collections.Counter()
    for text in texts(data):
        before = "."
        for token in TOKEN.findall(text):
            word = token.replace("\u2019", "'")
            if not word[0].isupper():
                lower[word] += 1
            elif before not in BEFORE_CAPITAL:
                capital[word.lower()] += 1
            before = token
    kept = []
    for line in open(f"{data}/sentiment/vocab.tsv", encoding="utf8"):
        word = line.split("\t")[0]
        if word in ALWAYS or not word[0].isalpha() or lower[word] / max(1, lower[word] + capital[word]) >= LEAST_LOWER_CASE_SHARE:
            kept.append(word)
    with open(out, "w", encoding="utf8") as file:
        file.write("".join(word + "\n" for word in kept))
    print(len(kept), "words")


main(*sys.argv[1:])
