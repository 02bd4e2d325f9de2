import torch

def quadratic_loss(x):
    return 0.5 * (x[0] ** 2 + 2 * x[1] ** 2 + x[0] * x[1])

x = torch.tensor([1.0, 2.0], requires_grad=True)
loss = quadratic_loss(x)
# The gradient is to be differentiated again: record how it is made.
gradient, = torch.autograd.grad(loss, x, create_graph=True)

hessian = torch.zeros(2, 2)
for i in range(2):                # row i: the gradient of one slope
    hessian[i], = torch.autograd.grad(gradient[i], x, retain_graph=True)

eigenvalues = torch.linalg.eigvals(hessian).real
condition = eigenvalues.max() / eigenvalues.min()
print(f"Loss: {loss.item():.3f}")
print(f"Gradient: {gradient}")
print(f"Hessian:\n{hessian}")
print(f"Eigenvalues: {eigenvalues}")
print(f"Condition number: {condition:.2f}")
print(f"Well-conditioned: {condition < 100}")
