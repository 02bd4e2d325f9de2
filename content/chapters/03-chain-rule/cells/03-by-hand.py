import torch

torch.manual_seed(19)
layer1, layer2 = torch.nn.Linear(2, 3), torch.nn.Linear(3, 1)
x, target = torch.randn(1, 2), torch.randn(1, 1)

z = layer1(x)
a = torch.relu(z)
output = layer2(a)
torch.nn.functional.mse_loss(output, target).backward()

with torch.no_grad():  # the same, by hand
    delta2 = 2 * (output - target)               # ∂L/∂output
    delta1 = (delta2 @ layer2.weight) * (z > 0)  # ∂L/∂z
    by_hand = {"layer2": delta2.T @ a, "layer1": delta1.T @ x}

for name, layer in (("layer2", layer2), ("layer1", layer1)):
    same = torch.allclose(by_hand[name], layer.weight.grad)
    print(f"{name}: by hand and by autograd the same: {same}")
print("delta1 =", delta1[0])
