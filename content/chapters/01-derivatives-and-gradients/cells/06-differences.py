import torch

def f(x):
    return x * x * x         # its slope at 1 is exactly 3

def one(dtype):
    return torch.tensor(1.0, dtype=dtype)

print("     h | float32 error | float64 error")
print("-------|---------------|--------------")
for n in (1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14):
    errors = []
    for dtype in (torch.float32, torch.float64):
        h = 10.0**-n
        slope = (f(one(dtype) + h) - f(one(dtype))) / h
        errors.append(abs(slope.item() - 3))
    print(f" 1e-{n:02d} | {errors[0]:13.1e} | {errors[1]:12.1e}")

x = one(torch.float32).requires_grad_()
f(x).backward()
print(f"autograd, float32: error {abs(x.grad.item() - 3)}")
