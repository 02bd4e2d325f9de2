import torch

torch.manual_seed(0)
data = torch.randn(64, dtype=torch.float64)
goal, spread = data.mean(), data.var(unbiased=False)
batches = torch.randint(0, 64, (20_000, 4))

def mean_square_error(rate_at):
    """The loss is the mean of (x - a)^2 / 2 over the numbers a."""
    x, total = torch.tensor(3.0, dtype=torch.float64), 0.0
    for step, mean in enumerate(data[batches].mean(dim=1)):
        x = x - rate_at(step) * (x - mean)
        if step >= 10_000:
            total += (x - goal).item() ** 2
    return total / 10_000

for rate in (0.4, 0.2, 0.1, 0.05):
    floor = rate / (2 - rate) * spread.item() / 4
    found = mean_square_error(lambda n: rate)
    print(f"rate {rate:.2f}: measured {found:.5f}, floor {floor:.5f}")
found = mean_square_error(lambda n: 1 / (n + 1))
print(f"rate 1 / (step + 1): {found:.7f}")
