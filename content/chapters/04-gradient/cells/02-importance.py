import torch

torch.manual_seed(0)
model = torch.nn.Linear(5, 1)
inputs = torch.randn(1, 5, requires_grad=True)   # what is asked about
target = torch.randn(1, 1)

loss = torch.nn.functional.mse_loss(model(inputs), target)
loss.backward()

importance = inputs.grad.abs().squeeze()
print(f"importance      {importance}")
print(f"most important  {importance.argmax().item()}")
print(f"the weights     {model.weight.detach().abs().squeeze()}")
