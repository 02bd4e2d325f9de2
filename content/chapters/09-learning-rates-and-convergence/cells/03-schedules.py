import torch
from torch.optim import lr_scheduler as lrs

def rates(make, steps=10):
    weight = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([weight], lr=1.0)
    scheduler = make(optimizer)
    found = []
    for step in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if step < steps - 1:
            scheduler.step()
    return " ".join(f"{rate:.2f}" for rate in found)

print("step       ", rates(lambda o: lrs.StepLR(o, 3, gamma=0.1)))
print("exponential", rates(lambda o: lrs.ExponentialLR(o, 0.8)))
print("cosine     ", rates(lambda o: lrs.CosineAnnealingLR(o, 10)))
print("one cycle  ", rates(lambda o: lrs.OneCycleLR(
    o, 1.0, total_steps=10, cycle_momentum=False)))
print("warm-up    ", rates(lambda o: lrs.LinearLR(
    o, start_factor=0.1, total_iters=4)))
