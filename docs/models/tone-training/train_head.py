"""Trains the head that turns what a model and the rules find into probabilities that hold for running news.

python train_head.py ROWS OUT [--gold 0.3] [--judged 1] [--penalty 0.01]
  ROWS  folder with run.hr (running_train.jsonl.gz without the targets labelled bad), judged.hr (judged.py), gold.hr
        (NewsMTSC train) and roles.hr (our own sentences), written by ToneHeadRows
  OUT   weights for the product (.bin)
First cross-validated by article on the mentions drawn at random; then learnt from all.
"""
import argparse
import zlib

import numpy as np
from scipy.optimize import minimize
from scipy.special import log_softmax, softmax
from sklearn.linear_model import LogisticRegression

from tone_weights import write

FOLDS = 5
OVERSAMPLED, UNSURE, OWN = 0.7, 0.6, 2.5
GOLD_ROWS = 4000
CUTS = (0.5, 0.35)
LABELS = {"neg": 0, "neu": 1, "pos": 2}


class Rows:
    def __init__(self, path):
        lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf8")]
        self.source = [line[0].split("|") for line in lines]
        self.document = [line[1] for line in lines]
        self.gold = np.array([LABELS[line[2]] for line in lines])
        self.inputs = np.array([line[4].split() for line in lines], np.float32)

    def __len__(self):
        return len(self.gold)


class Head:
    """Logistic regression with an intercept of its own for sentences chosen because they judge somebody (NewsMTSC)."""

    def __init__(self, options, run, judged, gold, own, learnt, judged_learnt):
        self.mean, self.scale = run.inputs.mean(0), run.inputs.std(0) + 0.1
        chosen = np.random.RandomState(0).permutation(len(gold))[:GOLD_ROWS]
        inputs = np.vstack([self.domain(run.inputs[learnt]), self.domain(judged.inputs[judged_learnt]),
                            self.domain(gold.inputs[chosen], True), self.domain(own.inputs)])
        weight = np.concatenate([weights(run)[learnt], np.full(judged_learnt.sum(), options.judged),
                                 np.full(len(chosen), options.gold), np.full(len(own), OWN)])
        wanted = np.concatenate([run.gold[learnt], judged.gold[judged_learnt], gold.gold[chosen], own.gold])
        self.model = LogisticRegression(C=options.penalty, max_iter=500, tol=1e-4).fit(inputs, wanted, sample_weight=weight)

    def domain(self, inputs, is_chosen=False):
        return np.hstack([(inputs - self.mean) / self.scale, np.full((len(inputs), 1), is_chosen, np.float32)])

    def probabilities(self, inputs):
        return self.model.predict_proba(self.domain(inputs))

    def arrays(self, slope, shift):
        coefficients = slope * self.model.coef_.T[: len(self.mean)] / self.scale[:, None]
        return {
            "coefficients": coefficients.astype(np.float32),
            "bias": (slope * self.model.intercept_ - self.mean @ coefficients + shift).astype(np.float32),
            "balanced": (slope * self.model.coef_[:, len(self.mean)]).astype(np.float32)}


def calibration(probabilities, gold):
    """Slope and shift of the logits that fit what was held out: one slope, a shift for negative and for positive."""
    logits = np.log(probabilities)

    def loss(parameters):
        z = parameters[0] * logits + np.array([parameters[1], 0, parameters[2]])
        return -log_softmax(z, axis=1)[np.arange(len(gold)), gold].mean()

    slope, negative, positive = minimize(loss, [1, 0, 0], method="Nelder-Mead").x
    return slope, np.array([negative, 0, positive])


def odds(probabilities, gold):
    """What to multiply the probabilities of negative and positive with where half of the mentions are toned."""
    logits = np.log(probabilities)

    def loss(parameters):
        z = logits + np.array([parameters[0], 0, parameters[1]])
        return -log_softmax(z, axis=1)[np.arange(len(gold)), gold].mean()

    return np.exp(minimize(loss, [1.6, 1.9], method="Nelder-Mead").x).round(2)


def folds(rows):
    return np.array([zlib.crc32(document.encode()) % FOLDS for document in rows.document])


def weights(run):
    stratum = np.where([source[1] == "random" for source in run.source], 1, OVERSAMPLED)
    return stratum * np.where([source[2] == "1" for source in run.source], UNSURE, 1)


def labels(probabilities):
    told = np.ones(len(probabilities), int)
    told[probabilities[:, 0] >= CUTS[0]] = 0
    told[(probabilities[:, 2] >= CUTS[1]) & (probabilities[:, 2] > probabilities[:, 0])] = 2
    return told


def calibration_error(probabilities, gold, bins=10):
    """Of the most probable class, in bins of equal width."""
    sure, right = probabilities.max(1), probabilities.argmax(1) == gold
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return sum(abs(right[place == b].sum() - sure[place == b].sum()) for b in range(bins)) / len(gold)


def report(name, probabilities, gold, told):
    counts = np.zeros((3, 3), int)
    np.add.at(counts, (gold, told), 1)
    precision = counts.diagonal() / counts.sum(0).clip(1)
    recall = counts.diagonal() / counts.sum(1).clip(1)
    f1 = 2 * counts.diagonal() / (counts.sum(0) + counts.sum(1)).clip(1)
    print(f"{name}: accuracy {(gold == told).mean():.3f}, macro-F1 {f1.mean():.3f}, precision {precision.round(2)}, "
          f"recall {recall.round(2)}, told {(told != 1).mean():.3f}, "
          f"cross-entropy {-np.log(probabilities[np.arange(len(gold)), gold]).mean():.4f}, "
          f"calibration error {calibration_error(probabilities, gold):.3f}\n{counts}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("rows")
    parser.add_argument("out")
    parser.add_argument("--gold", type=float, default=0.3, help="weight of a target of NewsMTSC")
    parser.add_argument("--penalty", type=float, default=0.01, help="C of the regression")
    parser.add_argument("--judged", type=float, default=1, help="weight of a target of judged.tsv")
    options = parser.parse_args()
    run, judged, gold, own = (Rows(f"{options.rows}/{name}.hr") for name in ("run", "judged", "gold", "roles"))
    fold, judged_fold = folds(run), folds(judged)
    told, told_judged = np.zeros((len(run), 3)), np.zeros((len(judged), 3))
    for held in range(FOLDS):
        head = Head(options, run, judged, gold, own, fold != held, judged_fold != held)
        told[fold == held] = head.probabilities(run.inputs[fold == held])
        told_judged[judged_fold == held] = head.probabilities(judged.inputs[judged_fold == held])
    drawn = np.array([source[1] == "random" for source in run.source])
    wiki = drawn & np.array([source[0] == "wikinews" for source in run.source])
    briefs = drawn & ~wiki
    slope, shift = calibration(told[drawn], run.gold[drawn])
    print(f"slope {slope:.3f}, shift {shift.round(3)}")
    told, told_judged = (softmax(slope * np.log(p) + shift, axis=1) for p in (told, told_judged))
    politics = np.array([source[0] == "mtsc" for source in judged.source])
    report("random stratum, by article", told[drawn], run.gold[drawn], labels(told[drawn]))
    report("  of these Wikinews", told[wiki], run.gold[wiki], labels(told[wiki]))
    report("  of these briefs", told[briefs], run.gold[briefs], labels(told[briefs]))
    report("judged, political news", told_judged[politics], judged.gold[politics], labels(told_judged[politics]))
    for low in np.arange(0, 1, 0.1):
        for c, name in ((0, "negative"), (2, "positive")):
            inside = drawn & (told[:, c] >= low) & (told[:, c] < low + 0.1)
            if inside.sum() >= 10:
                print(f"  {name} {low:.1f}: {inside.sum()} told {told[inside, c].mean():.3f}, "
                      f"are {(run.gold[inside] == c).mean():.3f}")
    head = Head(options, run, judged, gold, own, np.ones(len(run), bool), np.ones(len(judged), bool))
    write(options.out, head.arrays(slope, shift))
    print("odds of NewsMTSC train", odds(softmax(slope * np.log(head.probabilities(gold.inputs)) + shift, axis=1), gold.gold))


if __name__ == "__main__":
    main()
