import torch

w = torch.tensor(1.0, requires_grad=True)
for step in range(3):
    loss = (w - 3) ** 2
    loss.backward()
    print("without zero_grad:", w.grad.item())

optimizer = torch.optim.SGD([w], lr=0.1)
for step in range(3):
    optimizer.zero_grad()
    loss = (w - 3) ** 2
    loss.backward()
    print("with zero_grad:", w.grad.item())

# On purpose: one batch of four examples in two halves.
data = torch.tensor([1.0, 2.0, 4.0, 7.0])
optimizer.zero_grad()
((w - data) ** 2).mean().backward()
whole = w.grad.clone()
optimizer.zero_grad()
for half in (data[:2], data[2:]):
    (((w - half) ** 2).mean() / 2).backward()
print("whole batch:", whole.item(), "two halves:", w.grad.item())
