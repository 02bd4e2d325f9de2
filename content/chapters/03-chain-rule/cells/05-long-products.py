import torch

for links in (1, 10, 20, 40):
    x = torch.tensor(0.0, requires_grad=True)
    y = x
    for _ in range(links):
        y = torch.sigmoid(y)
    y.backward()
    derivative = x.grad.item()
    print(f"{links:2d} sigmoids in a row: derivative {derivative:.3g}")
