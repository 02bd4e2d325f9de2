import torch

def f(x, y):
    return x**2 + y**2 - 2*x - 4*y + 5

position = torch.tensor([0.0, 0.0], requires_grad=True)
rate = 0.1

for step in range(10):
    loss = f(*position)
    position.grad = None          # gradients add up: forget the last
    loss.backward()
    x, y = position.tolist()
    dx, dy = position.grad.tolist()
    print(f"{step}: ({x:.2f}, {y:.2f})  f = {loss.item():.3f}", end=" ")
    print(f" gradient ({dx:.2f}, {dy:.2f})")
    with torch.no_grad():         # the step is not to be differentiated
        position -= rate * position.grad
    if torch.linalg.vector_norm(position.grad) < 0.01:
        break

x, y = position.tolist()
print(f"ends at ({x:.3f}, {y:.3f}); the minimum is (1.000, 2.000)")
