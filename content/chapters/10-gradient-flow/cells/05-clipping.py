import torch


def compare(clip, limit):
    p = torch.zeros(2, requires_grad=True)
    p.grad = torch.tensor([30.0, 4.0])
    before = p.grad.clone()
    clip([p], limit)
    cosine = torch.cosine_similarity(before, p.grad, dim=0).item()
    print(f"{clip.__name__}: {p.grad}, cosine {cosine:.4f}")


compare(torch.nn.utils.clip_grad_norm_, 1.0)
compare(torch.nn.utils.clip_grad_value_, 1.0)
