"""Re-checks the stored cases against the PyTorch that is installed: python3 audit.py [FOLDER]

The files hold inputs, expressions and results, so anybody with PyTorch can see whether they are true.
The numbers were made with torch 1.13.1 on an x86 CPU; other releases word some errors differently and
other machines round random normals differently, which this script then shows.
"""

import contextlib
import io
import json
import math
import re
import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn
from torch.autograd import functional

NUMBERS = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}
DTYPES = {"float32": torch.float32, "float64": torch.float64, "int64": torch.int64, "bool": torch.bool}


def decode(value):
    if isinstance(value, list):
        return [decode(item) for item in value]
    return NUMBERS.get(value, value) if isinstance(value, str) else value


def plain(value):
    """Tensors as nested lists, all the way down."""
    if isinstance(value, torch.Tensor):
        return value.tolist()
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def same(got, stored, tol):
    expected = decode(stored)
    if isinstance(expected, bool) or expected is None or isinstance(expected, str):
        return got == expected
    if isinstance(expected, (int, float)):
        if got is None:
            return False
        if math.isnan(expected):
            return math.isnan(got)
        return got == expected or abs(got - expected) <= tol * max(1, abs(expected))
    if isinstance(expected, list):
        return len(got) == len(expected) and all(same(a, b, tol) for a, b in zip(got, expected))
    return all(key in got and same(got[key], item, tol) for key, item in expected.items())


def tensor(stored, requires_grad=False):
    data = torch.tensor(decode(stored["data"]), dtype=DTYPES[stored["dtype"]])
    return data.reshape(stored["shape"]).requires_grad_(requires_grad)


def leaf(data):
    return torch.tensor(decode(data), dtype=torch.float64, requires_grad=True)


def stored_form(x):
    dense = torch.zeros(x.shape, dtype=x.dtype) + x.detach() if x.is_floating_point() else x
    return {"shape": list(x.shape), "data": dense.flatten().tolist()}


# --- ops -------------------------------------------------------------------------------------------


def call_of(case):
    """The call as it was made: two stored texts leave out what only `attrs` or the result shows."""
    text, reduction = case["torch"], case.get("attrs", {}).get("reduction", "mean")
    if case["op"] == "compose":
        text = re.sub(r"(x\.expand\([^)]*\) \* x)\.unsqueeze\(1\)", r"\1", text)
    if reduction != "mean" and "reduction" not in text:
        text = text[:-1] + f", reduction='{reduction}')"
    return text


def evaluate(case, inputs):
    scope = {"torch": torch, "F": F, "inf": math.inf, "sqrt": math.sqrt, **inputs}
    scope["softmax"] = lambda s: F.softmax(s, dim=-1)
    scope["causal_mask"] = lambda s: s.masked_fill(torch.ones_like(s).tril() == 0, -math.inf)
    if "q" in inputs:
        scope["d"] = inputs["q"].shape[-1]
    if "x" in inputs and inputs["x"].dim() > 1:
        size = inputs["x"].shape[1]
        scope["zeros"], scope["ones"] = torch.zeros(size).double(), torch.ones(size).double()
    return eval(call_of(case), scope)


def check_op(case, file):
    torch.set_default_dtype(torch.float64)
    try:
        return check_call(case)
    finally:
        torch.set_default_dtype(torch.float32)


def check_call(case):
    inputs = {name: tensor(value, name in case.get("diff", [])) for name, value in case["inputs"].items()}
    if "error" in case:
        try:
            evaluate(case, inputs)
        except Exception as error:
            return type(error).__name__ == case["error"]["type"] and str(error) == case["error"]["message"]
        return False
    result = evaluate(case, inputs)
    results = list(result) if isinstance(result, tuple) else [result]
    expected = [case["output"]] if "output" in case else list(
        case["outputs"].values() if isinstance(case["outputs"], dict) else case["outputs"])
    tol = case.get("rel_tol", 1e-12)
    if not all(same(stored_form(a), {k: b[k] for k in ("shape", "data")}, tol) for a, b in zip(results, expected)):
        return False
    if "upstream" not in case or "grad_error" in case:
        return True
    variables = [inputs[name] for name in case["diff"]]
    first = torch.autograd.grad(
        results[0], variables, tensor(case["upstream"]), allow_unused=True, create_graph="second" in case)
    for gradient, name in zip(first, case["diff"]):
        if case["grads"][name] is not None:
            got = torch.zeros_like(inputs[name]) if gradient is None else gradient
            if not same(stored_form(got)["data"], case["grads"][name]["data"], tol):
                return False
    return check_second(case, variables, first, tol) if "second" in case else True


def check_second(case, variables, first, tol):
    second = case["second"]
    sums = {"of_sum": [g.sum() for g in first if g is not None]}
    if "v" in second:
        pairs = zip(first, case["diff"])
        sums["of_vdot"] = [(g * tensor(second["v"][name])).sum() for g, name in pairs if g is not None]
    for key, terms in sums.items():
        total = sum(terms)
        depends = isinstance(total, torch.Tensor) and total.requires_grad
        got = torch.autograd.grad(total, variables, allow_unused=True, retain_graph=True) if depends else [None] * len(variables)
        for gradient, x, name in zip(got, variables, case["diff"]):
            gradient = torch.zeros_like(x) if gradient is None else gradient
            if name in second.get(key, {}) and not same(stored_form(gradient)["data"], second[key][name]["data"], tol):
                return False
    return True


# --- random numbers --------------------------------------------------------------------------------


def draw(kind, a):
    dtype = DTYPES[a.get("dtype", "float32")]
    blank = torch.empty(a.get("shape", a.get("n", 0)), dtype=dtype)
    if kind in ("uniform_", "normal_", "exponential_", "bernoulli_scalar"):
        args = {"uniform_": ("a", "b"), "normal_": ("mean", "std"), "exponential_": ("lambd",), "bernoulli_scalar": ("p",)}
        method = getattr(blank, "bernoulli_" if kind == "bernoulli_scalar" else kind)
        return method(*(a[name] for name in args[kind]))
    if kind.startswith(("kaiming", "xavier")):
        return getattr(nn.init, kind)(blank, **{k: v for k, v in a.items() if k not in ("shape", "dtype")})
    made = {
        "rand": lambda: torch.rand(a["n"], dtype=dtype),
        "seed_alias": lambda: torch.rand(a["n"]),
        "randn": lambda: torch.randn(a["n"], dtype=dtype),
        "randn_shape": lambda: torch.randn(a["shape"], dtype=dtype),
        "randint": lambda: torch.randint(a["low"], a["high"], (a["n"],)),
        "randperm": lambda: torch.randperm(a["n"]),
        "bernoulli_tensor": lambda: torch.bernoulli(torch.tensor(a["p"], dtype=dtype)),
        "dropout": lambda: F.dropout(torch.ones(a["n"]), a["p"], True),
        "linear": lambda: nn.Linear(a["in"], a["out"], dtype=dtype),
        "embedding": lambda: nn.Embedding(a["num"], a["dim"]),
        "conv1d": lambda: nn.Conv1d(a["in"], a["out"], a["kernel"]),
        "sequential": lambda: nn.Sequential(*sum(
            ([nn.Linear(m, n), nn.Tanh()] for m, n in zip(a["layers"], a["layers"][1:])), [])[:-1]),
    }[kind]()
    return {k: v.flatten() for k, v in made.state_dict().items()} if isinstance(made, nn.Module) else made


STEPS = {"randint": ("low", "high", "n"), "normal_": ("n", "mean", "std"), "uniform_": ("n", "a", "b"), "linear": ("in", "out")}


def check_random(case, _):
    kind, a = case["kind"], case["attrs"]
    if "capability" in case:
        return None  # another set of kernels than the one that runs here
    torch.manual_seed(int(case["seed"]))
    if kind == "raw":
        words = torch.empty(a["n"], dtype=torch.int64).random_().tolist()
        return [str(word) for word in words] == case["expected"]["int64_random_"]
    if kind != "sequence":
        got = plain(draw(kind, a))
        flat = torch.tensor(got).double().flatten().tolist() if isinstance(got, list) and kind == "randn_shape" else got
        if isinstance(got, list) and len(a.get("shape", [])) > 1:
            flat = torch.tensor(got, dtype=torch.float64).flatten().tolist()
        return same(flat, case["expected"], 1e-14)
    for step, expected in zip(a["steps"], case["expected"]):
        if step[0] == "manual_seed":
            torch.manual_seed(int(case["seed"]))
            continue
        names = STEPS.get(step[0], ("n", "dtype"))
        got = plain(draw(step[0], dict(zip(names, step[1:]))))
        if not same(got[-10:] if isinstance(got, list) and len(got) > 200 else got, expected, 1e-14):
            return False
    return True


# --- printing --------------------------------------------------------------------------------------


def check_format(case, _):
    if case["kind"] == "format":
        value = decode(case["value"])
        return format(value if case.get("is_int") else float(value), case["spec"]) == case["str"]
    if case["kind"] == "print_options":
        with contextlib.ExitStack() as stack:
            stack.callback(torch.set_printoptions, profile="default")
            torch.set_printoptions(**case["options"])
            return str(tensor(case["tensor"])) == case["str"]
    value = eval(case["code"], {"torch": torch, "nn": nn})
    return str(value) == case["str"] and ("fstring" not in case or f"{value}" == case["fstring"])


# --- optimisers ------------------------------------------------------------------------------------


def check_optim(case, _):
    torch.set_default_dtype(torch.float64)
    try:
        return {"trajectory": trajectory, "schedule": schedule, "param_groups": param_groups}[case["kind"]](case)
    finally:
        torch.set_default_dtype(torch.float32)


def trajectory(case):
    position = leaf(case["start"])
    kwargs = dict(case["kwargs"])
    if case["optimizer"] == "NAdam" and "QUIRK" not in case.get("note", ""):
        kwargs["foreach"] = True
    optimizer = getattr(torch.optim, case["optimizer"])([position], **kwargs)
    code = compile(case["formula"], "formula", "eval")

    def closure():
        optimizer.zero_grad()
        loss = eval(code, {"x": position[0], "y": position[1]})
        loss.backward()
        return loss

    path, losses = [position.tolist()], []
    for _ in range(case["steps"]):
        losses.append(optimizer.step(closure).item())
        path.append(position.tolist())
    expected = {key: case["expected"][key] for key in ("path", "loss")}
    return same({"path": path, "loss": losses}, expected, case["rel_tol"])


def schedule(case):
    optimizer = torch.optim.SGD([leaf([1.0])], lr=case["base_lr"], momentum=case["base_momentum"])
    text = re.sub(r"(?<!Chained)(LR|Restarts|Plateau)\(", r"\1(optimizer, ", case["scheduler"])
    names = {name: getattr(torch.optim.lr_scheduler, name) for name in re.findall(r"[A-Z]\w+(?=\()", text)}
    scheduler = eval(text, {"optimizer": optimizer, "cos": math.cos, "pi": math.pi, **names})
    rates, momenta, metric = [], [], case.get("metric")
    for i in range(case["steps"]):
        rates.append(optimizer.param_groups[0]["lr"])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step(*([metric[min(i, len(metric) - 1)]] if metric else []))
    return same({"lr": rates, "momentum": momenta}, case["expected"], 1e-12)


def param_groups(case):
    scope = {name: leaf(data) for name, data in case["inputs"].items()}
    made, formula = [part.strip() for part in case["description"].split(";")[:2]]
    optimizer = eval("torch.optim." + re.sub(r"(\w+):", r"'\1':", made), {"torch": torch, **scope})
    steps = []
    for _ in case["expected"]["steps"]:
        optimizer.zero_grad()
        eval(formula.replace("loss=", ""), scope).backward()
        optimizer.step()
        steps.append({name: scope[name].tolist() for name in case["inputs"]})
    return same(steps, case["expected"]["steps"], 1e-12)


# --- whole networks and the notebook ----------------------------------------------------------------

ACTIVATIONS = {"tanh": torch.tanh, "relu": torch.relu, "sigmoid": torch.sigmoid, "gelu": F.gelu}
LOSSES = {"mse": F.mse_loss, "bce_logits": F.binary_cross_entropy_with_logits}


def forward(x, params, activation):
    for i in range(0, len(params), 2):
        x = F.linear(x, params[i], params[i + 1])
        x = ACTIVATIONS[activation](x) if i < len(params) - 2 else x
    return x


def unflatten(theta, sizes):
    params, offset = [], 0
    for m, n in zip(sizes, sizes[1:]):
        for shape in ((n, m), (n,)):
            count = math.prod(shape)
            params.append(theta[offset:offset + count].reshape(shape))
            offset += count
    return params


def train_mlp(a, _):
    X, Y = leaf(a["X"]).detach(), leaf(a["Y"]).detach()
    params = [leaf(data) for data in a["init"].values()]
    optimizer = getattr(torch.optim, a["optimizer"])(params, **a["kwargs"])
    losses = []
    for _ in range(a["steps"]):
        optimizer.zero_grad()
        loss = LOSSES[a["loss"]](forward(X, params, a["activation"]), Y)
        loss.backward()
        losses.append(loss.item())
        optimizer.step()
    output = forward(X, params, a["activation"])
    return {"losses": losses, "final_output": output, "final_params": dict(zip(a["init"], params))}


def mlp_hessian(a, _):
    X, Y = leaf(a["X"]).detach(), leaf(a["Y"]).detach()
    output = lambda theta: forward(X, unflatten(theta, a["sizes"]), a["activation"])
    loss = lambda theta: LOSSES[a["loss"]](output(theta), Y)
    theta, v = leaf(a["theta"]), leaf(a["v"]).detach()
    hessian = functional.hessian(loss, theta)
    return {"loss": loss(theta), "gradient": torch.autograd.grad(loss(theta), theta)[0], "hessian": hessian,
            "eigenvalues": torch.linalg.eigvalsh(hessian), "hvp": hessian @ v, "trace": hessian.trace()}


def landscape(a, _):
    X, Y = leaf(a["X"]).detach(), leaf(a["Y"]).detach()
    theta, d1, d2 = (leaf(a[name]).detach() for name in ("theta", "d1", "d2"))
    at = lambda p, q: LOSSES[a["loss"]](forward(X, unflatten(theta + p * d1 + q * d2, a["sizes"]), a["activation"]), Y)
    return {"Z": [[at(p, q).item() for p in a["axis"]] for q in a["axis"]]}


def function_landscape(a, _):
    y, x = (grid.clone().requires_grad_() for grid in torch.meshgrid(
        leaf(a["y"]).detach(), leaf(a["x"]).detach(), indexing="ij"))
    Z = eval(a["formula"], {"x": x, "y": y})
    Z.sum().backward()
    return {"Z": Z, "gradient": torch.stack([x.grad, y.grad], dim=-1)}


def clip(a, _):
    def leaves():
        made = [leaf(grad) for grad in a["grads"]]
        for one in made:
            one.grad = one.detach().clone()
        return made
    by_norm, by_value = leaves(), leaves()
    total = nn.utils.clip_grad_norm_(by_norm, a["max_norm"], float(a["norm_type"]))
    nn.utils.clip_grad_value_(by_value, a["value"])
    return {"total_norm": total, "by_norm": [p.grad for p in by_norm], "by_value": [p.grad for p in by_value]}


def depth_gradients(a, file):
    base = next(case for case in file["cases"] if case["id"] == a["base"])["inputs"]["base"]
    weights = [(leaf(m).detach() * a["scale"]).requires_grad_() for m in base[:a["depth"]]]
    h = leaf(a["x"])
    for weight in weights:
        h = ACTIVATIONS[a["activation"]](h @ weight.T + a["bias"])
    loss = (h ** 2).sum() / 2
    loss.backward()
    return {"loss": loss, "output": h, "weight_grad_norms": [w.grad.norm() for w in weights]}


def descent(a, case):
    x = torch.tensor(a["start"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    rows = []
    for step in range(a["steps"]):
        x.grad = None
        f = (x - a["target"]) ** 2
        f.backward()
        row = [step, x.item(), f.item(), x.grad.item()]
        with torch.no_grad():
            x -= a["lr"] * x.grad
        rows.append(row + [x.item()])
    return {"rows": rows}


def quadratic(a, case):
    x = torch.tensor(a["x"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    f = x ** 2 + 3 * x + 1
    return {"f": f, "dfdx": torch.autograd.grad(f, x)[0]}


def composition(a, case):
    x = torch.tensor(a["x"], dtype=DTYPES[case["dtype"]], requires_grad=True)
    f = (x ** 2 + 1) ** 3
    return {"f": f, "dfdx": torch.autograd.grad(f, x)[0]}


def two_var(a, case):
    x, y = (torch.tensor(a[name], dtype=DTYPES[case["dtype"]], requires_grad=True) for name in "xy")
    f = x ** 2 * y + x * y ** 2 + 2
    dx, dy = torch.autograd.grad(f, (x, y))
    return {"f": f, "dfdx": dx, "dfdy": dy}


def vector_function(a, case):
    x = torch.tensor(a["x"], dtype=DTYPES[case["dtype"]])
    F3 = lambda x: torch.stack([x[0] ** 2 + x[1], x[0] * x[1], torch.sin(x[0]) + torch.cos(x[1])])
    return {"output": F3(x), "jacobian": functional.jacobian(F3, x)}


KINDS = {fn.__name__: fn for fn in (
    train_mlp, mlp_hessian, landscape, function_landscape, clip, depth_gradients,
    descent, quadratic, composition, two_var, vector_function)}


def check_program(case, file):
    """Networks and the notebook; the kinds that this script does not repeat give None."""
    run = KINDS.get(case["kind"])
    if run is None:
        return None
    takes_file = case["kind"] == "depth_gradients"
    got = plain(run(case["inputs"], file if takes_file else case))
    expected = {key: case["expected"][key] for key in got}
    return same(got, expected, case.get("rel_tol", 1e-6 if case["dtype"] == "float32" else 1e-12))


# --- Python programs -------------------------------------------------------------------------------


def check_semantics(case, _):
    scope, out, error = {"torch": torch, "nn": nn, "F": F, "tensor": torch.tensor}, io.StringIO(), None
    if case.get("env"):
        text = case["env"].replace("rg)", "requires_grad=True)")
        exec(re.sub(r", (?=\w+=tensor)", "\n", text), scope)
    if "str" in case:
        return str(eval(case["code"], scope)) == case["str"]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        try:
            exec(case["code"], scope)
        except Exception as raised:
            error = {"type": type(raised).__name__, "message": str(raised)}
    expected = case.get("error")
    return out.getvalue() == (case.get("stdout") or "") and error == (expected and {k: expected[k] for k in ("type", "message")})


FAMILIES = {"ops": check_op, "rng": check_random, "format": check_format, "optim": check_optim,
            "torch": check_program, "backprop": check_program, "python": check_semantics}


def main(folder):
    import warnings
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    counts = {True: 0, False: 0, None: 0}
    for path in sorted(Path(folder).glob("*.json")):
        file = json.loads(path.read_text())
        for case in file["cases"]:
            try:
                result = FAMILIES[path.name.split("_")[0]](case, file)
            except Exception as error:
                result = False
                print(f"{path.name} {case['id']}: {type(error).__name__}: {error}")
            else:
                if result is False:
                    print(f"{path.name} {case['id']}: differs")
            counts[result] += 1
    print(f"torch {torch.__version__}: {counts[True]} true, {counts[False]} differ, {counts[None]} not repeated")
    return 1 if counts[False] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent))
