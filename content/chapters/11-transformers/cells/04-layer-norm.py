import torch

r = torch.tensor([1.0, 2.0, 4.0, 5.0], dtype=torch.double,
                 requires_grad=True)
dn = torch.tensor([1.0, 0.0, 0.0, 0.0], dtype=torch.double)

n = torch.nn.functional.layer_norm(r, [4])
n.backward(dn)

with torch.no_grad():
    sigma = (r.var(unbiased=False) + 1e-5).sqrt()
    dr = (dn - dn.mean() - n * (dn * n).mean()) / sigma
print("n:       ", n.detach().float())
print("by hand: ", dr.float())
print("autograd:", r.grad.float())
print("sum of dr:", round(r.grad.sum().item(), 9) + 0.0)
