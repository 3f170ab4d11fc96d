"""Writes weights as org.newsweft.text.tone.ToneWeights reads them: big-endian, like every Java data stream.

For each array: name (two bytes of length, then UTF-8), number of dimensions and their sizes (int32); then for
"vectors" one float32 scale and one signed byte per number for each row, for every other array float32 numbers.
"""
import struct

import numpy as np


def write(path, arrays):
    with open(path, "wb") as file:
        file.write(struct.pack(">i", len(arrays)))
        for name in sorted(arrays):
            array = np.asarray(arrays[name], np.float32)
            encoded = name.encode()
            file.write(struct.pack(">H", len(encoded)) + encoded)
            file.write(struct.pack(f">{1 + array.ndim}i", array.ndim, *array.shape))
            if name == "vectors":
                scale = np.abs(array).max(1) / 127 + 1e-12
                rounded = np.round(array / scale[:, None]).astype(np.int8)
                for row in range(len(array)):
                    file.write(struct.pack(">f", scale[row]) + rounded[row].tobytes())
            else:
                file.write(array.astype(">f4").tobytes())
