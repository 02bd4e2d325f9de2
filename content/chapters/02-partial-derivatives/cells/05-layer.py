import torch

torch.manual_seed(0)
batch, inputs, outputs = 4, 3, 2
X = torch.randn(batch, inputs)
W = torch.randn(outputs, inputs, requires_grad=True)
b = torch.randn(outputs, requires_grad=True)

Y = X @ W.T + b
loss = Y.sum()
loss.backward()

print(f"W.grad has shape {list(W.grad.shape)}:")
print(W.grad)
print(f"b.grad has shape {list(b.grad.shape)}: {b.grad}")
print(f"dloss/dW[0,0] = {W.grad[0, 0].item():.3f}")
print(f"dloss/db[0]   = {b.grad[0].item():.3f}")
print(f"columns of X, added up: {X.sum(dim=0)}")
