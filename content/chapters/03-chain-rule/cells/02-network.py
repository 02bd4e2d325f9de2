import torch
from torch import nn


class SimpleNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer1 = nn.Linear(2, 3)
        self.layer2 = nn.Linear(3, 1)

    def forward(self, x):
        return self.layer2(torch.relu(self.layer1(x)))


for seed in (0, 19):
    torch.manual_seed(seed)
    net, x, target = SimpleNet(), torch.randn(1, 2), torch.randn(1, 1)

    output = net(x)
    loss = nn.functional.mse_loss(output, target)
    loss.backward()

    print(f"seed {seed}: output {output.item():.3f}", end=", ")
    print(f"loss {loss.item():.3f}")
    print("layer 1, first unit:", net.layer1.weight.grad[0])
    print("layer 1, second unit:", net.layer1.weight.grad[1])
    print("layer 2, first two weights:", net.layer2.weight.grad[0, :2])
