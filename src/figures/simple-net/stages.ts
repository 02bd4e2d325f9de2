/** The steps of both passes as data: what each reads and computes in the picture. The same for every seed. */

export const units = [0, 1, 2] as const;
export const inputs = [0, 1] as const;
export type Unit = (typeof units)[number];
export type Input = (typeof inputs)[number];

interface Links {
  /** Names of what this step computes: "z1", "∂z1", "∂w12". */
  gives: readonly string[];
  /** Names of what its formulas read. */
  needs: readonly string[];
}

/** One step of the computation: of the whole network, or of one unit (counted from 0). */
export type Stage = Links &
  (
    | { of: 'output' | 'loss' | '∂output' | '∂layer 2' | '∂hidden' | '∂inputs' }
    | { of: 'sum' | 'relu' | '∂relu' | '∂layer 1'; unit: Unit }
  );

/** A name and the number of a unit, counted from 1. */
const of = (name: string, unit: Unit): string => `${name}${String(unit + 1)}`;

/** The name of the weight that leads from an input to a unit. */
export const weight = (unit: Unit, input: Input): string => `${of('w', unit)}${String(input + 1)}`;

const weightsOf = (unit: Unit): string[] => inputs.map((input) => weight(unit, input));

const sum = (unit: Unit): Stage => ({
  of: 'sum',
  unit,
  gives: [of('z', unit)],
  needs: ['x1', 'x2', ...weightsOf(unit), of('b', unit)],
});

const relu = (unit: Unit): Stage => ({
  of: 'relu',
  unit,
  gives: [of('a', unit)],
  needs: [of('z', unit)],
});

const backThroughRelu = (unit: Unit): Stage => ({
  of: '∂relu',
  unit,
  gives: [of('∂z', unit)],
  needs: [of('∂a', unit), of('z', unit)],
});

const intoLayer1 = (unit: Unit): Stage => ({
  of: '∂layer 1',
  unit,
  gives: [...weightsOf(unit).map((name) => `∂${name}`), of('∂b', unit)],
  needs: [of('∂z', unit), 'x1', 'x2'],
});

/** From the inputs to the loss, and back to the inputs. */
export const stages: readonly Stage[] = [
  ...units.map(sum),
  ...units.map(relu),
  { of: 'output', gives: ['y'], needs: ['a1', 'a2', 'a3', 'v1', 'v2', 'v3', 'c'] },
  { of: 'loss', gives: ['L'], needs: ['y', 'target'] },
  { of: '∂output', gives: ['∂y'], needs: ['L', 'y', 'target'] },
  { of: '∂layer 2', gives: ['∂v1', '∂v2', '∂v3', '∂c'], needs: ['∂y', 'a1', 'a2', 'a3'] },
  { of: '∂hidden', gives: ['∂a1', '∂a2', '∂a3'], needs: ['∂y', 'v1', 'v2', 'v3'] },
  ...units.map(backThroughRelu),
  ...units.map(intoLayer1),
  {
    of: '∂inputs',
    gives: ['∂x1', '∂x2'],
    needs: ['∂z1', '∂z2', '∂z3', ...units.flatMap(weightsOf)],
  },
];
