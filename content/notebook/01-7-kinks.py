import torch

def slope(f, at):
    x = torch.tensor(at, requires_grad=True)
    f(x).backward()
    return x.grad.item()

print(f"relu at 0:             {slope(torch.relu, 0.0)}")
print(f"|x| at 0:              {slope(torch.abs, 0.0)}")
print(f"max(x, 0) at 0:        {slope(lambda x: torch.maximum(x, torch.zeros(())), 0.0)}")
print(f"relu(x) - relu(-x):    {slope(lambda x: torch.relu(x) - torch.relu(-x), 0.0)}")
print(f"sqrt at 0:             {slope(torch.sqrt, 0.0)}")
print(f"round at 0.3:          {slope(torch.round, 0.3)}")
