"""One block of a transformer, and a small language model made of it."""

import math

import torch
import torch.nn.functional as F

from .values import leaf


def layer(params, x, name):
    return F.linear(x, params["W" + name], params.get("b" + name))


def norm(params, x, name, eps):
    return F.layer_norm(x, x.shape[-1:], params[name + "_w"], params[name + "_b"], eps)


def block(params, x, heads, causal, gelu, eps):
    """x1 = x + Wo attention(ln1(x)), out = x1 + W2 gelu(W1 ln2(x1)), with what lies between."""
    width = x.shape[-1] // heads
    ln1 = norm(params, x, "ln1", eps)
    q, k, v = (layer(params, ln1, name).reshape(-1, heads, width).transpose(0, 1) for name in "qkv")
    scores = q @ k.transpose(-2, -1) / math.sqrt(width)
    later = torch.ones(len(x), len(x)).triu(1).bool()
    attention = (scores.masked_fill(later, -math.inf) if causal else scores).softmax(-1)
    mixed = (attention @ v).transpose(0, 1).reshape(x.shape)
    after = x + layer(params, mixed, "o")
    ln2 = norm(params, after, "ln2", eps)
    output = after + layer(params, F.gelu(layer(params, ln2, "1"), approximate=gelu), "2")
    return {"ln1": ln1, "attention": attention, "after_attention": after, "ln2": ln2, "output": output}


def gradients(params):
    return {name: param.grad for name, param in params.items()}


def transformer_block(a, _):
    params = {name: leaf(data) for name, data in a["params"].items()}
    x = leaf(a["x"])
    parts = block(params, x, a["heads"], a["causal"], a["gelu"], a["ln_eps"])
    loss = F.mse_loss(parts["output"], leaf(a["target"]).detach())
    loss.backward()
    return {**parts, "loss": loss, "grads": gradients(params), "dx": x.grad}


def tiny_language_model(a, _):
    params = {name: leaf(data) for name, data in a["params"].items()}
    tokens = torch.tensor(a["tokens"])
    x = params["tok"][tokens[:-1]] + params["pos"][: len(tokens) - 1]
    output = block(params, x, a["heads"], True, "none", 1e-5)["output"]
    logits = layer(params, norm(params, output, "lnf", 1e-5), "out")
    loss = F.cross_entropy(logits, tokens[1:])
    loss.backward()
    return {"logits": logits, "loss": loss, "grads": gradients(params)}
