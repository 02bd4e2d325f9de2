import torch
from torch import optim

def steps_needed(make, most=150):
    p = torch.tensor([-3.5, 1.5], dtype=torch.float64)
    p.requires_grad_()
    optimizer = make([p])
    inside = 0
    for step in range(1, most + 1):
        optimizer.zero_grad()
        loss = (p[0] ** 2 + 25 * p[1] ** 2) / 2
        loss.backward()
        optimizer.step()
        inside = inside + 1 if p.detach().norm() <= 0.01 else 0
    return most - inside + 1 if inside else None

race = {
    "SGD": lambda ps: optim.SGD(ps, lr=0.05),
    "Momentum": lambda ps: optim.SGD(ps, lr=0.02, momentum=0.9),
    "Nesterov": lambda ps: optim.SGD(
        ps, lr=0.05, momentum=0.9, nesterov=True),
    "AdaGrad": lambda ps: optim.Adagrad(ps, lr=1.0),
    "RMSprop": lambda ps: optim.RMSprop(ps, lr=0.5),
    "Adam": lambda ps: optim.Adam(ps, lr=1.0),
    "AdamW": lambda ps: optim.AdamW(ps, lr=1.0),
}
for name, make in race.items():
    print(f"{name:8} {steps_needed(make)}")
