import torch


def square(point):  # the square of the complex number x + iy
    x, y = point
    return torch.stack([x**2 - y**2, 2 * x * y])


def two_components(point):  # the first two of the chapter's three
    x, y = point
    return torch.stack([x**2 + y, x * y])


point = torch.tensor([1.0, 2.0])
for f in (square, two_components):
    jacobian = torch.autograd.functional.jacobian(f, point)
    det = torch.linalg.det(jacobian).item()
    largest = torch.linalg.svdvals(jacobian)[0].item()
    print(f"{f.__name__}: {jacobian.tolist()}")
    print(f"  det {det:.3f}, largest singular value {largest:.3f}")
