import torch

def f(p):
    return p[0] ** 2 - p[1] ** 2 + p[1] ** 4 / 4

newton = torch.tensor([2.0, 0.01], dtype=torch.float64)
sgd = newton.clone().requires_grad_()
for step in range(20):
    H = torch.autograd.functional.hessian(f, newton)
    g = torch.autograd.functional.jacobian(f, newton)
    newton = newton - torch.linalg.solve(H, g)
    sgd.grad = None
    f(sgd).backward()
    with torch.no_grad():
        sgd -= 0.2 * sgd.grad

for name, p in (("Newton", newton), ("SGD", sgd.detach())):
    H = torch.autograd.functional.hessian(f, p)
    low, high = torch.linalg.eigvalsh(H).tolist()
    print(f"{name:6}  f = {f(p).item():.4f}  "
          f"eigenvalues {low:.3f}, {high:.3f}")
