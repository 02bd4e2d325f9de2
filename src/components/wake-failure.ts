/** Says below a part that its script did not come, and offers to ask for it again. */
export function say(element: HTMLElement, again: () => void): void {
  const line = document.createElement('p');
  line.className = 'wake-failure';
  line.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Try again';
  button.addEventListener('click', () => {
    line.remove();
    again();
  });
  line.append('This part could not be loaded, so nothing in it can be moved. ', button);
  element.after(line);
}
