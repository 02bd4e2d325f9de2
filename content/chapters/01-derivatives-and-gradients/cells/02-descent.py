import torch

target, rate = 5.0, 0.1
x = torch.tensor(0.0, requires_grad=True)

print("Step |  x now  |   f(x)   | gradient |  x next")
print("-----|---------|----------|----------|--------")
for step in range(10):
    f = (x - target) ** 2
    x.grad = None                 # gradients add up: forget the last
    f.backward()
    print(f"{step:4d} | {x.item():7.3f} | {f.item():8.3f}", end=" | ")
    with torch.no_grad():         # the step is not to be differentiated
        x -= rate * x.grad
    print(f"{x.grad.item():8.3f} | {x.item():7.3f}")
    if abs(x.item() - target) < 0.001:
        print(f"Converged to target {target}!")
        break
