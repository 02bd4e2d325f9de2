import math
import torch

torch.manual_seed(0)
T, d = 4, 2
Q, K, V = (torch.randn(T, d, dtype=torch.double, requires_grad=True)
           for _ in range(3))
later = torch.ones(T, T, dtype=torch.bool).triu(1)
S = (Q @ K.T / math.sqrt(d)).masked_fill(later, -math.inf)
A = S.softmax(-1)
O = A @ V

dO = torch.randn(T, d, dtype=torch.double)  # from the layers above
O.backward(dO)

with torch.no_grad():
    dV = A.T @ dO
    dA = dO @ V.T
    dS = A * (dA - (dA * A).sum(-1, keepdim=True))
    dQ = dS @ K / math.sqrt(d)
    dK = dS.T @ Q / math.sqrt(d)

for name, mine, leaf in (("dQ", dQ, Q), ("dK", dK, K), ("dV", dV, V)):
    worst = (mine - leaf.grad).abs().max()
    print(name, "agrees to 1e-15:", bool(worst < 1e-15))
print("dS:")
print(dS.float() + 0.0)
