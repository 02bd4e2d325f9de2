import torch

def output(x):
    return 2 * torch.tanh(4 * x[..., 0]) + 0.5 * x[..., 1]

x = torch.tensor([1.5, 0.5], requires_grad=True)
output(x).backward()
print(f"gradient              {x.grad}")

without_first = output(torch.tensor([0.0, 0.5]))
print(f"lost without the 1st  {(output(x) - without_first).item():.3f}")

middles = (torch.arange(100).unsqueeze(1) + 0.5) / 100
way = (middles * x.detach()).requires_grad_()    # from 0 straight to x
output(way).sum().backward()
parts = x.detach() * way.grad.mean(0)
print(f"integrated gradients  {parts}")
print(f"their sum             {parts.sum().item():.3f}")
print(f"output minus base     {output(x).item() - 0.0:.3f}")
