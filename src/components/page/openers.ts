/** Opens search and the list of keys. Their code is loaded when they are asked for. */
import { askedBy } from './shortcuts.ts';

const dialogs = {
  search: () => import('../search/SearchDialog.svelte'),
  shortcuts: () => import('./Shortcuts.svelte'),
};

let open = false;

async function show(name: keyof typeof dialogs): Promise<void> {
  if (open) return;
  open = true;
  const before = document.activeElement;
  const [{ mount, unmount }, { default: Dialog }] = await Promise.all([
    import('../waking/svelte.ts'),
    dialogs[name](),
  ]);
  const onclose = (): void => {
    open = false;
    void unmount(dialog);
    if (before instanceof HTMLElement) before.focus();
  };
  const dialog = mount(Dialog, { target: document.body, props: { onclose } });
}

addEventListener('keydown', (event) => {
  const name = askedBy(event);
  if (!name) return;
  event.preventDefault();
  void show(name);
});
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-opens]'))
  button.addEventListener('click', () => {
    void show(button.dataset['opens'] as keyof typeof dialogs);
  });
