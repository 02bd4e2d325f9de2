import torch

x = torch.tensor(0.0, requires_grad=True)
root = torch.where(x > 0, torch.sqrt(x), torch.zeros(()))
root.backward()
print("value", root.item(), "gradient", x.grad.item())

x.grad = None
safe = torch.where(x > 0, x, torch.ones(()))
torch.where(x > 0, torch.sqrt(safe), torch.zeros(())).backward()
print("gradient", x.grad.item())

y = torch.tensor(1.0, requires_grad=True)
e = torch.exp(y)  # keeps its result
e += 1  # which is changed here
try:
    e.backward()
except RuntimeError as error:
    print(str(error)[:60])
