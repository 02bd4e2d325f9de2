import { copyText } from '../../frame/clipboard.ts';

/** Wakes the Copy button of every cell. Where copying is not allowed it selects the code and says so. */
export function copyOnClick(cells: string): void {
  for (const cell of document.querySelectorAll(cells)) {
    const button = cell.querySelector<HTMLButtonElement>('button[data-copy]');
    const status = cell.querySelector('[role=status]');
    const code = cell.querySelector('pre');
    if (!button || !status || !code) continue;
    button.hidden = false;
    button.addEventListener('click', () => void copy(code, status));
  }
}

async function copy(code: HTMLElement, status: Element): Promise<void> {
  const copied = await copyText(code.textContent);
  if (!copied) getSelection()?.selectAllChildren(code);
  status.textContent = copied
    ? 'Copied'
    : 'This browser does not let a page copy: the code is selected';
}
