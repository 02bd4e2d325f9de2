/** Lessons for a class, each with figures that are prepared for it. */

/** A figure with some settings made, some controls hidden and some locked. */
export interface Prepared {
  id: string;
  set?: Readonly<Record<string, number | string>>;
  hide?: readonly string[];
  lock?: readonly string[];
}

export interface Lesson {
  title: string;
  minutes: number;
  /** The address of the chapter to read before or after. */
  chapter: string;
  /** What everybody can do at the end. */
  goal: string;
  steps: readonly { words: string; figure?: Prepared; link?: string }[];
}

export const lessons: readonly Lesson[] = [
  {
    title: 'How long may a step be?',
    minutes: 30,
    chapter: '/derivatives-and-gradients/',
    goal: 'Say from one number whether a descent on a parabola converges.',
    steps: [
      {
        words:
          'Everybody moves the learning rate alone, and writes down one rate at which the descent converges, one at which it oscillates, and one at which it diverges.',
        figure: { id: 'gradient-descent', hide: ['start', 'target', 'steps'] },
        link: 'Only the learning rate',
      },
      {
        words:
          'Collect the answers on a line from 0 to 1.1. Where are the borders? Predict: does another start move them?',
      },
      {
        words:
          'The rate is locked at 0.9. Try other starts. The factor by which the distance shrinks stays the same.',
        figure: {
          id: 'gradient-descent',
          set: { rate: 0.9, start: 8 },
          lock: ['rate'],
          hide: ['steps'],
        },
        link: 'Rate 0.9, locked',
      },
      {
        words: 'Derive the factor 1 − 2η on the board, and find the borders 0.5 and 1 from it.',
      },
      {
        words:
          'The rate is hidden. Each pair finds it from the table under “Data”, and then checks with the factor that the figure shows.',
        figure: { id: 'gradient-descent', set: { rate: 0.35 }, hide: ['rate', 'start', 'target'] },
        link: 'Which rate is this?',
      },
    ],
  },
  {
    title: 'When does a slope exist?',
    minutes: 25,
    chapter: '/derivatives-and-gradients/',
    goal: 'Explain with secants why |x| has no derivative at 0.',
    steps: [
      {
        words:
          'Function and point are locked. Make h smaller by a factor of 10, four times, and write down the slope of the secant each time. What comes next?',
        figure: { id: 'secant-to-tangent', lock: ['f', 'x'], hide: ['side'] },
        link: 'Only the step h',
      },
      {
        words:
          'Predict for |x| at 0: what will the slopes do from the right, and what from the left?',
      },
      {
        words: 'Look at both sides at once. However small h becomes, the two slopes keep apart.',
        figure: {
          id: 'secant-to-tangent',
          set: { f: 'abs(x)', x: 0, side: 'both' },
          lock: ['f', 'x', 'side'],
        },
        link: '|x| at 0, from both sides',
      },
      {
        words:
          'Ask what PyTorch answers there, and run the program behind the button “PyTorch”. Discuss why a library answers with a number all the same.',
      },
    ],
  },
  {
    title: 'Find the fault in backpropagation',
    minutes: 40,
    chapter: '/chain-rule/',
    goal: 'Recognize four mistakes in a backward pass by what they do to the gradients.',
    steps: [
      {
        words:
          'Go through the 18 stages of one network, forward and backward. One person writes the numbers on the board and says which rule gave them.',
        figure: { id: 'simple-net', set: { stage: 0 }, lock: ['seed'] },
        link: 'One network, stage by stage',
      },
      {
        words:
          'In this backward pass something is wrong, and the choice of faults is hidden. Compare right and faulty gradients in the table. Which node is the first with a wrong one? Read the sentence below the pictures only afterwards: it names the fault.',
        figure: {
          id: 'break-backprop',
          set: { fault: 'overwrite instead of add' },
          hide: ['fault'],
        },
        link: 'The first fault',
      },
      {
        words: 'Another fault. Here all of the gradients were right once. What was forgotten?',
        figure: { id: 'break-backprop', set: { fault: 'no zero_grad' }, hide: ['fault'] },
        link: 'The second fault',
      },
      {
        words:
          'Now the choice is open. Each group takes one fault, and explains to the others what it does to training and why.',
        figure: { id: 'break-backprop' },
        link: 'All faults',
      },
    ],
  },
  {
    title: 'Why some valleys are slow',
    minutes: 30,
    chapter: '/hessian/',
    goal: 'Relate the condition number to the number of steps that gradient descent needs.',
    steps: [
      {
        words:
          'Gradient descent is locked. Double the condition number from 5 to 10, 20 and 40. How does the number of steps grow?',
        figure: {
          id: 'condition-race',
          set: { kappa: 5 },
          lock: ['method'],
          hide: ['rate'],
        },
        link: 'Only the condition number',
      },
      {
        words:
          'The condition number is locked at 100. Predict how many steps momentum saves, then compare.',
        figure: { id: 'condition-race', set: { kappa: 100 }, lock: ['kappa'], hide: ['rate'] },
        link: 'Three methods at κ = 100',
      },
      {
        words:
          'Discuss: Newton needs one step. Why is it not used for a network with a million parameters?',
      },
    ],
  },
];
