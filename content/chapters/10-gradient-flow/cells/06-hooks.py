import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(2, 64), nn.ReLU(),
    nn.Linear(64, 64), nn.ReLU(),
    nn.Linear(64, 64), nn.ReLU(),
    nn.Linear(64, 1),
)
signal = {}


def watch(name):
    def hook(module, grad_input, grad_output):
        signal[name] = grad_output[0].norm().item()

    return hook


linear = [m for m in model if isinstance(m, nn.Linear)]
for number, layer in enumerate(linear, 1):
    layer.register_full_backward_hook(watch(number))

x = torch.randn(128, 2)
y = x[:, :1] * x[:, 1:]
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
for step in range(101):
    optimizer.zero_grad()
    loss = nn.functional.mse_loss(model(x), y)
    loss.backward()
    if step in (0, 100):
        print(f"step {step}, loss {loss.item():.2g}")
        for number, layer in enumerate(linear, 1):
            weight = layer.weight.grad.norm().item()
            print(f"  layer {number}: output {signal[number]:.1e},"
                  f" weights {weight:.1e}")
    optimizer.step()
