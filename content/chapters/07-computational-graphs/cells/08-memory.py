import torch


def saved_numbers(depth):
    torch.manual_seed(0)
    layers = [torch.nn.Linear(16, 16) for _ in range(depth)]
    saved = {}

    def pack(tensor):  # called with everything that is saved
        if tensor.shape == (8, 16):  # values, not weights
            saved[tensor.data_ptr()] = tensor.numel()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda t: t):
        h = torch.zeros(8, 16, requires_grad=True)
        for layer in layers:
            h = torch.tanh(layer(h))
    return sum(saved.values())


for depth in (4, 16, 64):
    print(depth, saved_numbers(depth))
