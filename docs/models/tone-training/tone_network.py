"""The network of org.newsweft.text.tone.ToneNetwork, to train: the same sums, in JAX."""
import dataclasses
import os
import time

os.environ.setdefault(
    "XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")

import jax
import jax.numpy as jnp
import numpy as np
import optax

DISTANCES, DISTANCE_SIZE = 15, 10
UNKNOWN, TARGET, TARGET_AGAIN, FIRST_WORD = 1, 2, 3, 5
WORD_DROP = 0.06


@dataclasses.dataclass(frozen=True)
class Shape:
    """Sizes of a network."""

    width: int
    filters: int
    vector: int
    features: int
    outputs: int
    hidden: int = 64


def initial_vectors(data, vocabulary, size):
    """The research's static vectors of the words in the vocabulary, their first `size` principal components."""
    vectors = np.load(f"{data}/sentiment/init_vectors_128.f16.npy").astype(np.float32)
    lines = open(f"{data}/sentiment/vocab.tsv", encoding="utf8").read().split("\n")
    row = {line.split("\t")[0]: i for i, line in enumerate(lines) if line}
    words = [line.rstrip("\n") for line in open(vocabulary, encoding="utf8")]
    chosen = vectors[[row[word] for word in words]][:, :size]
    return chosen / chosen.std() * 0.25


def initial_parameters(shape, vectors, seed):
    random = np.random.RandomState(seed)

    def he(*sizes):
        return (random.randn(*sizes) * np.sqrt(2 / np.prod(sizes[:-1]))).astype(np.float32)

    special = random.randn(FIRST_WORD - 1, shape.vector) * 0.25
    return {
        "vectors": np.vstack([np.zeros((1, shape.vector)), special, vectors]).astype(np.float32),
        "distances": (random.randn(DISTANCES, DISTANCE_SIZE) * 0.3).astype(np.float32),
        "convolution": he(shape.width, shape.vector + DISTANCE_SIZE + 2, shape.filters),
        "convolution_bias": np.zeros(shape.filters, np.float32),
        "attention": he(shape.filters, 1)[:, 0] * 0.1,
        "attention_distance": np.zeros(DISTANCES, np.float32),
        "hidden": he(5 * shape.filters + shape.features, shape.hidden),
        "hidden_bias": np.zeros(shape.hidden, np.float32),
        "output": he(shape.hidden, shape.outputs) * 0.5,
        "output_bias": np.zeros(shape.outputs, np.float32),
    }


def convolve(inputs, kernel, bias):
    half = kernel.shape[0] // 2
    length = inputs.shape[1]
    padded = jnp.pad(inputs, ((0, 0), (half, half), (0, 0)))
    windows = jnp.concatenate([padded[:, k:k + length] for k in range(kernel.shape[0])], -1)
    return windows @ kernel.reshape(-1, kernel.shape[-1]) + bias


def dropped(key, array, drop):
    return array * jax.random.bernoulli(key, 1 - drop, array.shape) / (1 - drop)


def outputs(p, words, distances, negated, values, weights, features, key=None, drop=0.2):
    """What the network tells of a batch; with a key, with parts of it dropped at random as in training."""
    mask = (words > 0).astype(jnp.float32)
    if key is not None:
        key_words, key_inputs, key_pooled = jax.random.split(key, 3)
        hide = (jax.random.uniform(key_words, words.shape) < WORD_DROP) & (words >= FIRST_WORD)
        words = jnp.where(hide, UNKNOWN, words)
    inputs = jnp.concatenate(
        [p["vectors"][words], p["distances"][distances], negated[..., None], values[..., None]], -1)
    inputs = inputs * mask[..., None]
    if key is not None:
        inputs = dropped(key_inputs, inputs, drop)
    hidden = jax.nn.relu(convolve(inputs, p["convolution"], p["convolution_bias"])) * mask[..., None]
    attention = hidden @ p["attention"] + p["attention_distance"][distances] + (mask - 1) * 1e4
    near = weights * mask
    target = ((words == TARGET) | (words == TARGET_AGAIN)).astype(jnp.float32)

    def pooled(share):
        return (share[..., None] * hidden).sum(1)

    def evenly(share, least):
        return share / share.sum(1, keepdims=True).clip(least)

    pools = jnp.concatenate(
        [pooled(jax.nn.softmax(attention, -1)), hidden.max(1), pooled(evenly(near, 1e-6)),
         pooled(evenly(target, 1)), pooled(evenly(mask, 1)), features], -1)
    if key is not None:
        pools = dropped(key_pooled, pools, drop)
    return jax.nn.relu(pools @ p["hidden"] + p["hidden_bias"]) @ p["output"] + p["output_bias"]


def train(p, rows, wanted, weight, error, *, rate, epochs, batch, seed, drop=0.2, after_epoch=None):
    """AdamW with warm-up and cosine decay; `error(outputs, wanted)` gives one number per row."""

    def loss(p, inputs, wanted, weight, key):
        decay = sum((p[name] ** 2).sum() for name in ("convolution", "hidden", "output"))
        return (error(outputs(p, *inputs, key=key, drop=drop), wanted) * weight).mean() + 1e-5 * decay

    steps = max(1, epochs * (len(wanted) // batch))
    schedule = optax.warmup_cosine_decay_schedule(0, rate, min(100, steps // 10 + 1), steps, rate * 0.02)
    optimizer = optax.adamw(schedule, b2=0.99, weight_decay=1e-3)
    state = optimizer.init(p)

    @jax.jit
    def step(p, state, inputs, wanted, weight, key):
        value, gradient = jax.value_and_grad(loss)(p, inputs, wanted, weight, key)
        updates, state = optimizer.update(gradient, state, p)
        return optax.apply_updates(p, updates), state, value

    key = jax.random.PRNGKey(seed)
    random = np.random.RandomState(seed)
    lengths = (rows[0] > 0).sum(1)
    start = time.time()
    for epoch in range(epochs):
        batches = []
        for low, high in ((0, 24), (24, 40), (40, 64)):
            order = random.permutation(np.where((lengths > low) & (lengths <= high))[0])
            batches += [(high, order[s:s + batch]) for s in range(0, len(order) // batch * batch, batch)]
        total = 0.0
        for b in random.permutation(len(batches)):
            high, index = batches[b]
            key, used = jax.random.split(key)
            inputs = [array[index, :high] for array in rows[:5]] + [rows[5][index]]
            p, state, value = step(p, state, inputs, wanted[index], weight[index], used)
            total += float(value)
        print(f"  epoch {epoch}: loss {total / len(batches):.4f}, {time.time() - start:.0f} s", flush=True)
        if after_epoch:
            after_epoch(p)
    return p


_outputs = jax.jit(outputs)


def predict(p, rows):
    """Outputs for all rows, without dropping anything."""
    parts = []
    for s in range(0, len(rows[0]), 512):
        batch = [array[s:s + 512] for array in rows]
        size = len(batch[0])
        batch = [np.concatenate([array, np.repeat(array[:1], 512 - size, 0)]) for array in batch]
        parts.append(np.array(_outputs(p, *batch))[:size])
    return np.vstack(parts)


def softmax(logits):
    exponential = np.exp(logits - logits.max(1, keepdims=True))
    return exponential / exponential.sum(1, keepdims=True)
