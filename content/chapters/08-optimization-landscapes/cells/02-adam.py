import torch

p = torch.tensor([-3.5, 1.5], dtype=torch.float64)
p.requires_grad_()
q = p.detach().clone()
optimizer = torch.optim.Adam([p], lr=0.1)

m = torch.zeros(2, dtype=torch.float64)
s = torch.zeros(2, dtype=torch.float64)
for t in range(1, 6):
    optimizer.zero_grad()
    ((p[0] ** 2 + 25 * p[1] ** 2) / 2).backward()
    optimizer.step()

    g = torch.tensor([1.0, 25.0], dtype=torch.float64) * q
    m = 0.9 * m + 0.1 * g
    s = 0.999 * s + 0.001 * g ** 2
    m_hat, s_hat = m / (1 - 0.9 ** t), s / (1 - 0.999 ** t)
    q = q - 0.1 * m_hat / (s_hat.sqrt() + 1e-8)

    same = torch.allclose(p.detach(), q, rtol=1e-12, atol=0)
    print(f"{t}  {q[0].item():.6f}  {q[1].item():.6f}  {same}")
