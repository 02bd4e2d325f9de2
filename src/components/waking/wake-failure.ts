import { isOutdated, newVersionNotice } from './new-version.ts';

/**
 * Says below a part that its script did not come, and offers to ask for it again. The script of a page that
 * was replaced in the meantime will never come: then only the new page helps.
 */
export async function say(element: HTMLElement, again: () => void): Promise<void> {
  const line = (await isOutdated())
    ? newVersionNotice(() => {
        location.reload();
      })
    : failure(again);
  line.classList.add('wake-failure');
  element.after(line);
}

function failure(again: () => void): HTMLElement {
  const line = document.createElement('p');
  line.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', () => {
    line.remove();
    again();
  });
  line.append('This part could not be loaded, so nothing in it can be moved. ', button);
  return line;
}
