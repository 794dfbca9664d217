"""The peer: the same model and tokenizer by onnxruntime in Python, in batches of 32 sorted by length and padded, as
sentence-transformers, fastembed and infinity run a model on a CPU. One thread.

Reads {"model": folder, "texts": [...]} from stdin for each round, one JSON a line; answers {"cpu": s, "wall": s}.
"""
import json
import resource
import sys
import time

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

folder = sys.argv[1]
options = ort.SessionOptions()
options.intra_op_num_threads = 1
options.inter_op_num_threads = 1
session = ort.InferenceSession(f"{folder}/model.onnx", options, providers=["CPUExecutionProvider"])
tokenizer = Tokenizer.from_file(f"{folder}/tokenizer.json")
tokenizer.enable_truncation(max_length=256)
tokenizer.enable_padding()
wanted = {given.name for given in session.get_inputs()}


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def embed(texts):
    order = sorted(range(len(texts)), key=lambda at: -len(texts[at]))
    vectors = [None] * len(texts)
    for start in range(0, len(order), 32):
        batch = order[start : start + 32]
        encoded = tokenizer.encode_batch([texts[at] for at in batch])
        ids = np.array([each.ids for each in encoded], dtype=np.int64)
        mask = np.array([each.attention_mask for each in encoded], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        answer = session.run(None, {name: given[name] for name in wanted})[0]
        for at, vector in zip(batch, answer):
            vectors[at] = vector
    return vectors


for line in sys.stdin:
    texts = json.loads(line)
    began, used = time.monotonic(), cpu()
    vectors = embed(texts)
    took, spent = time.monotonic() - began, cpu() - used
    first = [float(value) for value in vectors[0]]
    print(json.dumps({"cpu": spent, "wall": took, "first": first}), flush=True)
