import torch

torch.manual_seed(0)
inputs = torch.linspace(-2, 2, 20, dtype=torch.float64).unsqueeze(1)
targets = torch.sin(2 * inputs)
net = torch.nn.Sequential(torch.nn.Linear(1, 16), torch.nn.Tanh(),
                          torch.nn.Linear(16, 1)).double()
weights = list(net.parameters())

def loss_of():
    return (net(inputs) - targets).square().mean()

def sharpness(repeats=200):
    """The largest eigenvalue of the Hessian, by products H v alone."""
    slopes = torch.autograd.grad(loss_of(), weights, create_graph=True)
    gradient = torch.cat([slope.flatten() for slope in slopes])
    v = torch.ones_like(gradient) / len(gradient) ** 0.5
    for _ in range(repeats):
        rows = torch.autograd.grad(gradient @ v, weights,
                                   retain_graph=True)
        product = torch.cat([row.flatten() for row in rows])
        v = product / product.norm()
    return (v @ product).item()

rate = 0.16
print("2 / rate =", 2 / rate)
for step in range(6001):
    if step in (0, 100, 300, 1000, 2000, 3000, 4000, 6000):
        print(f"step {step:4d}: loss {loss_of().item():.5f}, "
              f"sharpness {sharpness():.2f}")
    net.zero_grad()
    loss_of().backward()
    with torch.no_grad():
        for weight in weights:
            weight -= rate * weight.grad
