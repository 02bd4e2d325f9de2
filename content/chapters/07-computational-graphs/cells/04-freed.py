import torch

x = torch.tensor(2.0, requires_grad=True)
y = torch.tensor(3.0, requires_grad=True)

f = x * y
print("saved:", f.grad_fn._saved_self, f.grad_fn._saved_other)
f.backward()
for attempt in (lambda: f.grad_fn._saved_self, f.backward):
    try:
        attempt()
    except RuntimeError as error:
        print(str(error)[:60])

x.grad = None
f = x * y
f.backward(retain_graph=True)
f.backward()
print("kept, and used twice:", x.grad.item())

y.grad = None
f = x + y  # an addition has nothing to save
f.backward()
f.backward()
print("nothing to free:", y.grad.item())
