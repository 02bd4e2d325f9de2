import torch

point = torch.tensor([1.0, 2.0], requires_grad=True)
x, y = point
f = x**2 * y + x * y**2 + 2
f.backward()

gradient = point.grad
length = torch.linalg.vector_norm(gradient)
print(f"gradient           {gradient}")
print(f"length             {length.item():.3f}")
print(f"steepest increase  {gradient / length}")
print(f"steepest decrease  {-gradient / length}")
