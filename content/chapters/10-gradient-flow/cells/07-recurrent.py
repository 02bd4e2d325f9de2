import torch

torch.manual_seed(0)
rotation, _ = torch.linalg.qr(torch.randn(16, 16))
for scale in (0.9, 1.0, 1.1):
    weight = scale * rotation  # multiplies every length by scale
    start = torch.randn(16, requires_grad=True)
    h = start
    for _ in range(100):  # the same matrix, a hundred times
        h = weight @ h
    h.backward(torch.ones(16) / 4)  # a gradient of norm 1 arrives
    print(f"scale {scale}: {start.grad.norm().item():.3g} is left")
