import torch

torch.manual_seed(0)
layer = torch.nn.Linear(3, 2)
for batch in (1, 2):
    x = torch.randn(batch, 3)
    jacobian = torch.autograd.functional.jacobian(layer, x)
    print(f"batch {batch}: NN Jacobian shape: {jacobian.shape}")
    print((jacobian.reshape(2 * batch, 3 * batch) != 0).int())
print("the entries are the weights:")
print(torch.equal(jacobian[0, :, 0], layer.weight))
