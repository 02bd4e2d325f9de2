/**
 * What is folded on the screen is open on paper: proofs in their place, hints and solutions after the last
 * section, so that an exercise can be tried before they are read.
 */

let opened: HTMLDetailsElement[] = [];
let solutions: HTMLElement | undefined;

function heading(level: string, text: string): HTMLElement {
  const element = document.createElement(level);
  element.textContent = text;
  return element;
}

/** What a hint or a solution holds, without its summary and without ids that are taken. */
function contentOf(details: Element): Node {
  const copy = details.cloneNode(true) as HTMLElement;
  copy.querySelector('summary')?.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  const content = document.createElement('div');
  content.append(...copy.childNodes);
  return content;
}

function solutionsOf(exercises: Iterable<Element>): HTMLElement {
  const section = document.createElement('section');
  section.className = 'solutions';
  section.append(heading('h2', 'Hints and solutions'));
  for (const exercise of exercises) {
    const folded = [...exercise.querySelectorAll(':scope > details')];
    const title = exercise.querySelector('h3')?.textContent.trim() ?? '';
    section.append(heading('h3', title), ...folded.map(contentOf));
  }
  return section;
}

function fold(): void {
  for (const details of opened) details.open = false;
  opened = [];
  solutions?.remove();
}

addEventListener('beforeprint', () => {
  fold();
  const exercises = document.querySelectorAll('.exercise');
  opened = [...document.querySelectorAll<HTMLDetailsElement>('.page > details:not([open])')];
  for (const details of opened) details.open = true;
  solutions = solutionsOf(exercises);
  if (exercises.length > 0) document.querySelector('main')?.append(solutions);
});
addEventListener('afterprint', fold);

export {};
