import torch


def visits_without_order(node):  # hand every arrival on at once
    return 1 + sum(
        visits_without_order(next_node)
        for next_node, _ in node.next_functions
        if next_node is not None
    )


def nodes(root):  # every node once
    found = {root}
    waiting = [root]
    while waiting:
        for next_node, _ in waiting.pop().next_functions:
            if next_node is not None and next_node not in found:
                found.add(next_node)
                waiting.append(next_node)
    return len(found)


for doublings in (5, 10, 15):
    t = torch.tensor(1.0, requires_grad=True)
    for _ in range(doublings):
        t = t + t
    print(doublings, nodes(t.grad_fn), visits_without_order(t.grad_fn))
