"""Writes one HDF5 file with h5py: every way of storing values that Marrow's reader knows. Arguments: file, libver.

Each dataset under /numbers holds 0, 1, 2, ... modulo 101 in row-major order, whatever its type and layout.
"""

import itertools
import sys

import h5py
import numpy as np

path, libver = sys.argv[1:3]


def numbers(shape, dtype):
    return (np.arange(np.prod(shape)) % 101).reshape(shape).astype(dtype)


with h5py.File(path, "w", libver=libver) as f:
    g = f.create_group("numbers")
    for dtype in ["<f2", "<f4", "<f8", ">f4", ">f8", "i1", "u1", "<i2", ">i2", "<u2", "<i4", ">i4", "<u4", "<i8", ">i8", "<u8"]:
        g.create_dataset(f"type {dtype}", data=numbers((1000,), dtype))
    pipelines = {
        "plain": {},
        "gzip": {"compression": "gzip"},
        "lzf": {"compression": "lzf"},
        "shuffled": {"compression": "gzip", "shuffle": True},
        "lzf shuffled": {"compression": "lzf", "shuffle": True},
        "checked": {"fletcher32": True},
        "all": {"compression": "gzip", "shuffle": True, "fletcher32": True},
    }
    shapes = {
        "one chunk": ((500,), (500,), None),
        "few chunks": ((1000,), (300,), None),
        "many chunks": ((30000,), (10,), None),
        "growing": ((30000,), (7,), (None,)),
        "growing slowly": ((100,), (7,), (None,)),
        "tiles": ((103, 57), (20, 10), None),
        "growing tiles": ((103, 57), (9, 10), (None, 57)),
        "growing both": ((203, 57), (9, 10), (None, None)),
        "wide": ((20, 57), (3, 57), None),
    }
    for (pipeline, options), (name, (shape, chunks, maxshape)) in itertools.product(pipelines.items(), shapes.items()):
        data = numbers(shape, "<i4")
        g.create_dataset(f"{name} {pipeline}", data=data, chunks=chunks, maxshape=maxshape, **options)
    g.create_dataset("contiguous rows", data=numbers((41, 30), "<f8"))
    noise = np.random.default_rng(1).bytes(1000)
    f.create_dataset("noise", data=np.frombuffer(noise, dtype="u1"), chunks=(100,), compression="lzf")
    f.create_dataset("texts", data=[f"t{i} é" for i in range(3000)], chunks=(77,), compression="gzip")
    f.create_dataset("fixed texts", data=np.array([f"t{i}".encode() for i in range(300)]))
    f.create_dataset("truths", data=np.arange(300) % 3 == 0)
    f.create_dataset("none", shape=(0,), dtype="f4", chunks=(10,), maxshape=(None,))
    many = f.create_group("many")
    for i in range(400):
        many.create_group(f"a rather long name, so that the heap grows, of group {i}")
    described = f.create_group("described")
    for i in range(60):
        described.attrs[f"attribute {i}"] = f"value {i}"
    f.attrs["none"] = h5py.Empty("f8")
    record = np.zeros(50, dtype=[("name", "S5"), ("flag", "?"), ("value", "<f4"), ("point", "<f8", (3,)), ("code", "i1")])
    record["name"] = [f"r{i}".encode() for i in range(50)]
    record["flag"] = np.arange(50) % 2 == 0
    record["value"] = np.arange(50) / 2
    record["code"] = np.arange(50) - 1
    f.create_dataset("records", data=record, chunks=(20,), compression="gzip")
