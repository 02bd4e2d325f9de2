/** Wakes the Copy button of every cell and says whether copying worked. */
export function copyOnClick(cells: string): void {
  for (const cell of document.querySelectorAll(cells)) {
    const button = cell.querySelector<HTMLButtonElement>('button[data-copy]');
    const status = cell.querySelector('[role=status]');
    const code = cell.querySelector('pre')?.textContent ?? '';
    if (!button || !status) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(code).then(
        () => (status.textContent = 'Copied'),
        () => (status.textContent = 'This browser does not let a page copy: select the code'),
      );
    });
  }
}
