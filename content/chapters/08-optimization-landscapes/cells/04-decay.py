import torch

def after(make, steps=1000):
    p = torch.ones(2, dtype=torch.float64, requires_grad=True)
    optimizer = make([p])
    for step in range(steps):
        sign = 1.0 if step % 2 == 0 else -1.0
        p.grad = torch.tensor([10.0, 0.1], dtype=torch.float64) * sign
        optimizer.step()
    return "  ".join(f"{value:.4f}" for value in p.tolist())

rate, decay = 0.001, 0.1
print("Adam, L2 term   ", after(lambda p: torch.optim.Adam(
    p, lr=rate, weight_decay=decay)))
print("AdamW           ", after(lambda p: torch.optim.AdamW(
    p, lr=rate, weight_decay=decay)))
print("(1 - 0.0001)^1000", f"{(1 - rate * decay) ** 1000:.4f}")
