import torch

torch.manual_seed(0)
keys, trials = 16, 2000
print("   d    sd   largest weight   gradient")
for scaled in (False, True):
    print("divided by sqrt(d):" if scaled else "as they are:")
    for d in (1, 4, 16, 64, 256):
        q, k = torch.randn(trials, 1, d), torch.randn(trials, keys, d)
        s = (q * k).sum(-1) / (d**0.5 if scaled else 1)
        a = s.softmax(-1)
        # softmax's Jacobian, its largest diagonal entry: a (1 - a)
        slope = (a * (1 - a)).amax(-1)
        print(f"{d:4}  {s.std():5.2f}  {a.amax(-1).median():12.4f}"
              f"  {slope.median():12.1e}")
