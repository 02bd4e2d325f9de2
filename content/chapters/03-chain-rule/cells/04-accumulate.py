import torch

w = torch.tensor(0.5, requires_grad=True)

for step in range(3):
    loss = (2 * w + 1) ** 2
    loss.backward()
    print(f"pass {step + 1}: w.grad = {w.grad.item()}")

w.grad = None                # what zero_grad() does since PyTorch 2.0
((2 * w + 1) ** 2).backward()
print(f"zeroed: w.grad = {w.grad.item()}")
