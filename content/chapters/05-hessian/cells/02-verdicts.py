import torch

hessians = {
    "bowl":    [[1.0, 0.5], [0.5, 2.0]],
    "hilltop": [[-1.0, 0.5], [0.5, -2.0]],
    "saddle":  [[1.0, 0.0], [0.0, -0.5]],
    "trough":  [[1.0, 1.0], [1.0, 1.0]],
}
print("        | eigenvalues   |  max/min | sizes")
for name, rows in hessians.items():
    low, high = torch.linalg.eigvalsh(torch.tensor(rows))
    sizes = torch.stack([low, high]).abs()
    ratio = sizes.max() / sizes.min()
    print(f"{name:7} | {low:6.2f} {high:6.2f}", end=" | ")
    print(f"{high / low:8.2f} | {ratio:5.2f}")

singular = torch.tensor(hessians["trough"])
try:
    torch.linalg.solve(singular, torch.tensor([3.0, 3.0]))
except torch.linalg.LinAlgError as error:
    print(str(error).replace(": ", ":\n    "))
