/**
 * Holds back the answer of a figure until its prediction is checked or skipped, once in a browser. Its
 * settings stay in reach: whoever moves one has chosen to look. Where a link leads to the figure it is
 * shown, and so it is without scripts and in print.
 */
import { isNamedIn } from '../../frame/address/url-pairs.ts';

/** The pictures, the readouts, the status and the data. */
const answers = '.lab > .stage > *, .lab > .message, .layout > .more > *, figure > details';

/** What is done to a setting or to the player. */
const uses = ['input', 'click'] as const;

const keyOf = (figure: string): string => `predicted:${figure}`;

/** False where the storage is blocked: then it is asked on every visit. */
function wasPredicted(figure: string): boolean {
  try {
    return localStorage.getItem(keyOf(figure)) !== null;
  } catch {
    return false;
  }
}

function remember(figure: string): void {
  try {
    localStorage.setItem(keyOf(figure), '');
  } catch {
    // It is shown all the same.
  }
}

/** What stands in the place of the picture. */
function veilOf(show: () => void): HTMLElement {
  const veil = document.createElement('div');
  veil.className = 'veil';
  const card = document.createElement('p');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Show the figure';
  button.addEventListener('click', show);
  card.append('Predict first: this figure shows the answer. ', button);
  veil.append(card);
  return veil;
}

function hold(figure: string, prediction: HTMLElement): void {
  const island = document.querySelector<HTMLElement>(`[data-island="${figure}"]`);
  if (!island || wasPredicted(figure) || isNamedIn(location.search, location.hash, figure)) return;
  const parts = island.querySelectorAll<HTMLElement>(answers);
  const settings = island.querySelector<HTMLElement>('.side');
  const setHeld = (held: boolean): void => {
    island.toggleAttribute('data-held', held);
    for (const part of parts) part.inert = held;
  };
  const show = (): void => {
    remember(figure);
    setHeld(false);
    veil.remove();
    prediction.removeEventListener('submit', check);
    for (const event of uses) settings?.removeEventListener(event, show);
  };
  /** The form has judged when this comes: an answer that could not be read is none. */
  const check = (): void => {
    setTimeout(() => {
      if (prediction.querySelector('.verdict:is(.right, .wrong)')) show();
    });
  };
  const veil = veilOf(() => {
    show();
    island.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true });
  });
  setHeld(true);
  island.prepend(veil);
  prediction.addEventListener('submit', check);
  for (const event of uses) settings?.addEventListener(event, show);
}

for (const prediction of document.querySelectorAll<HTMLElement>('[data-holds]'))
  hold(prediction.dataset['holds'] ?? '', prediction);
