"""Trains the linear model of org.newsweft.text.tone.LexicalTargetTone: see docs/models/target-tone.md.

python train_lexical.py ROWS OUT [--tune]
  ROWS  folder with gold.tsv, soft.tsv (ToneTrainingRows), gold.teacher.npy, soft.teacher.npy (teacher.py)
  OUT   weights for the product (.bin)
With --tune, one article in seven is held out of the training and measured.
"""
import argparse

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from tone_rows import Rows
from train_target import held_out, measure
from tone_weights import write

BUCKETS = 1 << 17
CLASSES = 3
GOLD_WEIGHT, SOFT_WEIGHT = 2.0, 0.5


def matrix(rows):
    """Lexical features and n-gram buckets beside each other."""
    lines = [np.array(text.split(), np.int64) for text in rows.ngrams]
    ends = np.cumsum([0] + [len(line) for line in lines])
    ngrams = sparse.csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(lines), ends), (len(lines), BUCKETS))
    return sparse.hstack([sparse.csr_matrix(rows.features), ngrams]).tocsr()


def repeated(x, wanted, weight):
    """Each row once for each class, weighted by the probability wanted of it."""
    return (sparse.vstack([x] * CLASSES), np.repeat(np.arange(CLASSES), x.shape[0]),
            np.concatenate([weight * wanted[:, c] for c in range(CLASSES)]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rows")
    parser.add_argument("out")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--c", type=float, default=0.02)
    options = parser.parse_args()
    gold, soft = Rows(f"{options.rows}/gold.tsv"), Rows(f"{options.rows}/soft.tsv")
    held = held_out(gold.document) & options.tune
    soft_held = held_out(soft.document) & options.tune
    x_gold, x_soft = matrix(gold), matrix(soft)
    wanted = 0.5 * np.eye(CLASSES)[gold.gold] + 0.5 * np.load(f"{options.rows}/gold.teacher.npy")
    taught = np.load(f"{options.rows}/soft.teacher.npy")
    parts = [repeated(x_gold[~held], wanted[~held], GOLD_WEIGHT),
             repeated(x_soft[~soft_held], taught[~soft_held], SOFT_WEIGHT)]
    model = LogisticRegression(C=options.c, max_iter=150)
    model.fit(sparse.vstack([p[0] for p in parts]).tocsr(), np.concatenate([p[1] for p in parts]),
              np.concatenate([p[2] for p in parts]))
    if options.tune:
        measure("held out", model.predict_proba(x_gold[held]), gold.gold[held])
    coefficients = model.coef_.T
    features = gold.features.shape[1]
    write(options.out, {"features": coefficients[:features], "vectors": coefficients[features:],
                        "bias": model.intercept_})


if __name__ == "__main__":
    main()
