import torch

torch.manual_seed(0)
block = torch.nn.TransformerEncoderLayer(
    d_model=8, nhead=2, dim_feedforward=16, dropout=0.0,
    activation="gelu", norm_first=True, batch_first=True).double()
x = torch.randn(1, 4, 8, dtype=torch.double, requires_grad=True)

loss = block(x).square().mean()
loss.backward()
for name, parameter in block.named_parameters():
    shape = str(list(parameter.shape))
    print(f"{name:24} {shape:9} {parameter.grad.norm():.4f}")

right = torch.autograd.gradcheck(lambda x: block(x).square().mean(), x)
print("agrees with finite differences:", right)
