"""Random shapes, dtypes and numbers: small ones, where edges are near."""

import math
import random

import torch

DTYPES = {"float32": torch.float32, "float64": torch.float64, "int64": torch.int64, "bool": torch.bool}
PLAIN = [-3.0, -2.0, -1.5, -1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0]
EDGES = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, math.nan]


class Chance(random.Random):
    def maybe(self, part):
        return self.random() < part

    def shape(self, least=0, most=3):
        return [self.choice([1, 2, 2, 3, 3, 4, 0] if self.maybe(0.15) else [1, 2, 3]) for _ in range(self.randint(least, most))]

    def like(self, shape):
        """A shape that broadcasts with the given one, as a rule."""
        if self.maybe(0.05):
            return self.shape()
        own = [1 if self.maybe(0.25) else size for size in shape]
        return own[self.randint(0, len(own)):] if self.maybe(0.3) else own

    def dtype(self):
        return self.choice(["float64"] * 6 + ["float32"] * 3 + ["int64"] * 2 + ["bool"])

    def data(self, shape, dtype, edgy=None):
        count = math.prod(shape)
        if dtype == "bool":
            return [self.maybe(0.5) for _ in range(count)]
        if dtype == "int64":
            return [self.randint(-3, 4) for _ in range(count)]
        edgy = self.maybe(0.25) if edgy is None else edgy
        one = lambda: self.choice(EDGES) if edgy and self.maybe(0.4) else (
            self.choice(PLAIN) if self.maybe(0.5) else round(self.uniform(-3, 3), 4))
        return [one() for _ in range(count)]

    def tensor(self, shape, dtype=None, edgy=None):
        dtype = dtype or self.dtype()
        data = self.data(shape, dtype, edgy)
        return torch.tensor(data, dtype=DTYPES[dtype]).reshape(shape)

    def dim(self, rank):
        if self.maybe(0.04):
            return self.choice([rank, -rank - 1, rank + 2])
        span = max(rank, 1)
        return self.randrange(-span, span)

    def dims(self, rank):
        if self.maybe(0.5):
            return self.dim(rank)
        return [self.dim(rank) for _ in range(self.randint(0, 2))]
