import math
import torch

scores = torch.tensor([0.0, math.log(2), 0.0], requires_grad=True)
p = scores.softmax(0).detach()
print("p:", p)

by_hand = torch.diag(p) - torch.outer(p, p)
autograd = torch.autograd.functional.jacobian(
    lambda s: s.softmax(0), scores)
print("Jacobian by autograd:")
print(autograd)
print("by hand the same:", torch.allclose(by_hand, autograd))

target = torch.tensor(1)
loss = torch.nn.functional.cross_entropy(scores, target)
loss.backward()
y = torch.tensor([0.0, 1.0, 0.0])
print("cross-entropy, autograd:", scores.grad)
print("cross-entropy, p - y:   ", p - y)
