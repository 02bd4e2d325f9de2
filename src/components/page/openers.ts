/** Opens search and the list of keys. Their code is loaded when they are asked for. */
import { isOutdated, note, offerReload } from '../waking/new-version.ts';
import { askedBy } from './shortcuts.ts';

const dialogs = {
  search: () => import('../search/SearchDialog.svelte'),
  shortcuts: () => import('./Shortcuts.svelte'),
};

let loading = false;
/** A dialog says that it was closed a moment after it was: whether one is open is asked of the page. */
const isOneOpen = (): boolean => document.querySelector('dialog[open]') !== null;

async function show(name: keyof typeof dialogs): Promise<void> {
  if (loading || isOneOpen()) return;
  loading = true;
  const before = document.activeElement;
  const loaded = await load(name);
  loading = false;
  if (!loaded) return;
  const [{ mount, unmount }, { default: Dialog }] = loaded;
  const onclose = (): void => {
    void unmount(dialog);
    if (before instanceof HTMLElement && !isOneOpen()) before.focus();
  };
  const dialog = mount(Dialog, { target: document.body, props: { onclose } });
}

/** Nothing where the code does not come, which is then said. */
async function load(name: keyof typeof dialogs) {
  try {
    return await Promise.all([import('../waking/svelte.ts'), dialogs[name]()]);
  } catch (error) {
    console.error(error);
    if (await isOutdated()) offerReload(() => location.reload());
    else note('This could not be loaded. Are you offline? Press again to try once more.');
    return undefined;
  }
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
