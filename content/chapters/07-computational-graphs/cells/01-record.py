import torch

x = torch.tensor(2.0, requires_grad=True)
y = torch.tensor(3.0, requires_grad=True)
f = (x * y + torch.sin(x)) ** 2


def show(node, indent=0):
    print(" " * indent + type(node).__name__)
    for next_node, _ in node.next_functions:
        if next_node is not None:
            show(next_node, indent + 2)


show(f.grad_fn)
power = f.grad_fn
total = power.next_functions[0][0]
product, sine = (node for node, _ in total.next_functions)
x_by_product = product.next_functions[0][0]
x_by_sine = sine.next_functions[0][0]
print("one node for x:", x_by_product is x_by_sine)

f.backward()
print(f"x.grad = {x.grad.item():.4f}, y.grad = {y.grad.item():.4f}")
