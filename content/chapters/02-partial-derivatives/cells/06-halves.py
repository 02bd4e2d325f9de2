import torch

torch.manual_seed(0)
X, W, b = torch.randn(4, 3), torch.randn(2, 3), torch.randn(2)

def gradient(parts, reduce):
    w = W.clone().requires_grad_()
    for part in parts:                     # backward adds to w.grad
        reduce(part @ w.T + b).backward()
    return w.grad[0]

whole, halves = [X], [X[:2], X[2:]]
print("sum,  whole batch: ", gradient(whole, torch.sum))
print("sum,  in two parts:", gradient(halves, torch.sum))
print("mean, whole batch: ", gradient(whole, torch.mean))
print("mean, in two parts:", gradient(halves, torch.mean))
