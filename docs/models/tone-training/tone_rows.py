"""Reads the rows that org.newsweft.text.tone.ToneTrainingRows writes, as padded arrays."""
import numpy as np

LABELS = {"neg": 0, "neu": 1, "pos": 2}
LENGTH = 64


def number(text):
    try:
        return float(text)
    except ValueError:
        return np.nan


class Rows:
    """Targets of one file: inputs as arrays, gold labels (-1 where there is none), scores."""

    def __init__(self, path):
        lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf8")]
        count = len(lines)
        self.source = np.array([line[0] for line in lines])
        self.document = np.array([line[1] for line in lines])
        self.gold = np.array([LABELS.get(line[2], -1) for line in lines])
        self.score = np.array([number(line[2]) for line in lines], np.float32)
        self.words = np.zeros((count, LENGTH), np.int32)
        self.distances = np.zeros((count, LENGTH), np.int32)
        self.negated = np.zeros((count, LENGTH), np.float32)
        self.values = np.zeros((count, LENGTH), np.float32)
        self.weights = np.zeros((count, LENGTH), np.float32)
        for row, line in enumerate(lines):
            columns = (self.words, self.distances, self.negated, self.values, self.weights)
            for array, text in zip(columns, line[3:8]):
                numbers = text.split()
                array[row, : len(numbers)] = numbers
        self.ngrams = [line[9] if len(line) > 9 else "" for line in lines]
        self.features = np.array([line[8].split() for line in lines], np.float32)

    def inputs(self, index=slice(None)):
        arrays = (self.words, self.distances, self.negated, self.values, self.weights, self.features)
        return [array[index] for array in arrays]

    def __len__(self):
        return len(self.gold)
